package org.assay.ui.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class CellTextTest {

    private static final List<GridColumn<String>> COLUMNS = List.of(GridColumn.stretching("Text", 1, text -> text),
            GridColumn.ranked("Length", 1, text -> Integer.toString(text.length()), String::length));

    private static List<String> found(Map<Integer, String> asked) {
        return List.of("WIN.INI", "win.ini.bak", "", "a!b").stream().filter(CellText.predicate(COLUMNS, asked)).toList();
    }

    @Test
    void aPartInLettersOfAnyCaseIsFound() {
        assertEquals(List.of("WIN.INI", "win.ini.bak"), found(Map.of(0, " Win")));
    }

    @Test
    void theWholeAndTheOppositeAreAskedForBySigns() {
        assertEquals(List.of("WIN.INI"), found(Map.of(0, "=win.ini")));
        assertEquals(List.of("", "a!b"), found(Map.of(0, "!win")));
        assertEquals(List.of("win.ini.bak", "", "a!b"), found(Map.of(0, "!=win.ini")));
        assertEquals(List.of(""), found(Map.of(0, "=")));
        assertEquals(List.of("WIN.INI", "win.ini.bak", "a!b"), found(Map.of(0, "!")));
    }

    @Test
    void everyColumnHasToSayWhatIsAskedOfIt() {
        assertEquals(List.of("WIN.INI"), found(Map.of(0, "i", 1, "7")));
        assertEquals(4, found(Map.of()).size());
    }
}
