package org.assay.model.item;

/**
 * What a Windows program says of itself in its version resource. Anybody can write anything there.
 *
 * @param number the file's version as four numbers with dots between; empty where the resource holds none
 * @param product the product's name
 * @param company who made it
 * @param description what people see of it in the task manager
 * @param originalName what the file was called when it was built
 */
public record ProgramVersion(String number, String product, String company, String description, String originalName) {

    public ProgramVersion {
        if (!number.isEmpty() && !number.matches("[0-9]{1,5}(\\.[0-9]{1,5}){0,7}")) {
            throw new IllegalArgumentException("a version has numbers with dots between, not " + number);
        }
    }

    /** Less than 0 when this is an earlier version than {@code other}, more when a later one; 0 also where one of them has no number. */
    public int compareNumber(ProgramVersion other) {
        if (number.isEmpty() || other.number.isEmpty()) {
            return 0;
        }
        String[] mine = number.split("\\.");
        String[] others = other.number.split("\\.");
        for (int at = 0; at < Math.min(mine.length, others.length); at++) {
            int difference = Integer.compare(Integer.parseInt(mine[at]), Integer.parseInt(others[at]));
            if (difference != 0) {
                return difference;
            }
        }
        return Integer.compare(mine.length, others.length);
    }
}
