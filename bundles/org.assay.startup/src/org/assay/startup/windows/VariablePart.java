package org.assay.startup.windows;

import org.assay.model.text.RegistryName;

/** The part of a variable's value that the command processor takes ({@code set /?}): {@code ~from,length} or {@code old=new}. */
final class VariablePart {

    private VariablePart() {
    }

    /** What {@code change}, which stands behind the colon, makes of {@code value}; null where it is no such change. */
    static String of(String value, String change) {
        if (change.startsWith("~")) {
            String[] numbers = change.substring(1).split(",", 2);
            int from = number(numbers[0], 0);
            int start = Math.clamp(from < 0 ? value.length() + from : from, 0, value.length());
            int length = numbers.length > 1 ? number(numbers[1], 0) : value.length();
            int end = Math.clamp(length < 0 ? value.length() + length : (long) start + length, start, value.length());
            return value.substring(start, end);
        }
        int equals = change.indexOf('=');
        return equals < 1 ? null : replaced(value, change.substring(0, equals), change.substring(equals + 1));
    }

    /** Without case; an asterisk before {@code old} takes all before it as well. */
    private static String replaced(String value, String old, String text) {
        boolean all = old.startsWith("*");
        String sought = RegistryName.fold(all ? old.substring(1) : old);
        StringBuilder left = new StringBuilder();
        int at = 0;
        for (int found = find(value, sought, 0); found >= 0 && left.length() <= value.length() * 2; found = find(value, sought, at)) {
            left.append(all ? "" : value.substring(at, found)).append(text);
            at = found + sought.length();
            if (all) {
                break;
            }
        }
        return left + value.substring(at);
    }

    private static int find(String value, String sought, int from) {
        return sought.isEmpty() ? -1 : RegistryName.fold(value).indexOf(sought, from);
    }

    private static int number(String text, int otherwise) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
