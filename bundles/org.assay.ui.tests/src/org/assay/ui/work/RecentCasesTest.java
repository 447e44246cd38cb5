package org.assay.ui.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.jface.preference.PreferenceStore;
import org.junit.jupiter.api.Test;

class RecentCasesTest {

    private final PreferenceStore remembered = new PreferenceStore();
    private final RecentCases recent = new RecentCases(remembered);

    @Test
    void atFirstThereAreNone() {
        assertEquals(List.of(), recent.files());
    }

    @Test
    void theLastOneComesFirstAndEachOnce() {
        List.of("/a.mv.db", "/b.mv.db", "/a.mv.db").forEach(file -> recent.opened(Path.of(file)));

        assertEquals(List.of(Path.of("/a.mv.db"), Path.of("/b.mv.db")), new RecentCases(remembered).files());
    }

    @Test
    void theOldestIsForgottenWhenThereAreMany() {
        for (int number = 0; number < 20; number++) {
            recent.opened(Path.of("/" + number));
        }

        assertEquals(8, recent.files().size());
        assertEquals(Path.of("/12"), recent.files().getLast());
    }

    @Test
    void aNameWithALineBreakIsNotTakenForTwo() {
        recent.opened(Path.of("/evil\n/etc/passwd"));

        assertEquals(List.of(), recent.files());
    }
}
