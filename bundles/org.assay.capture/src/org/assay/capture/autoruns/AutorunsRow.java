package org.assay.capture.autoruns;

import java.util.Locale;
import java.util.Map;

/**
 * One row of a list that Autoruns wrote. The names of the columns are those of autorunsc 14.3, in lower case and without blanks.
 *
 * @param cells the cells by their column's name; a column that the list lacks has none
 */
record AutorunsRow(Map<String, String> cells) {

    private static final String MISSING = "File not found:";

    public AutorunsRow {
        cells = Map.copyOf(cells);
    }

    /** The folded name of a column: {@code Entry Location} is {@code entrylocation}, {@code SHA-256} is {@code sha256}. */
    static String column(String heading) {
        StringBuilder name = new StringBuilder();
        heading.toLowerCase(Locale.ROOT).chars().filter(Character::isLetterOrDigit).forEach(unit -> name.append((char) unit));
        return name.toString();
    }

    /** The first of these columns that says something. */
    String cell(String... columns) {
        for (String column : columns) {
            String text = cells.getOrDefault(column, "").strip();
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    String location() {
        return cell("entrylocation", "location");
    }

    String entry() {
        return cell("entry", "itemname");
    }

    String category() {
        return cell("category");
    }

    String profile() {
        return cell("profile");
    }

    boolean isEnabled() {
        return !cell("enabled").equalsIgnoreCase("disabled");
    }

    String launch() {
        return cell("launchstring");
    }

    /** The image's path, whether it was there or not; empty without one. */
    String image() {
        String path = cell("imagepath");
        return isMissing() ? path.substring(MISSING.length()).strip() : path;
    }

    boolean isMissing() {
        return cell("imagepath").regionMatches(true, 0, MISSING, 0, MISSING.length());
    }
}
