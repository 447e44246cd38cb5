package org.assay.ui.grid;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** What an analyst types above a column to see only rows of which the cell says it. */
final class CellText {

    private static final String NOT = "!";
    private static final String WHOLE = "=";

    private CellText() {
    }

    /** Rows that say in each of these columns what is asked of it. */
    static <T> Predicate<T> predicate(List<GridColumn<T>> columns, Map<Integer, String> texts) {
        Predicate<T> all = _ -> true;
        for (Map.Entry<Integer, String> text : texts.entrySet()) {
            Predicate<String> says = says(text.getValue());
            GridColumn<T> column = columns.get(text.getKey());
            all = all.and(row -> says.test(column.text().apply(row)));
        }
        return all;
    }

    /**
     * A part of a cell in letters of any case, the whole of it after {@code =}, and the opposite after {@code !}. Where there is nothing
     * but such a sign, {@code =} asks for empty cells and {@code !} for others.
     */
    static Predicate<String> says(String asked) {
        String text = asked.strip();
        if (text.equals(NOT)) {
            return cell -> !cell.isEmpty();
        }
        if (text.startsWith(NOT)) {
            return says(text.substring(NOT.length())).negate();
        }
        if (text.startsWith(WHOLE)) {
            String whole = text.substring(WHOLE.length()).strip();
            return cell -> cell.equalsIgnoreCase(whole);
        }
        String part = text.toLowerCase(Locale.ROOT);
        return cell -> cell.toLowerCase(Locale.ROOT).contains(part);
    }
}
