package org.assay.ui.presenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.assay.app.ListFindings;
import org.assay.model.change.FindingType;
import org.assay.ui.grid.Tint;
import org.assay.ui.presenter.FindingPresenter.Line;
import org.assay.ui.presenter.FindingPresenter.Look;
import org.junit.jupiter.api.Test;

class FindingPresenterTest {

    @Test
    void aPageIsItsTitleFactsAndSections() {
        FindingPresenter presenter = new FindingPresenter("double-extension");
        List<Line> lines = presenter.lines();

        assertEquals("Double extension (double-extension)", presenter.title());
        assertEquals(new Line(Look.TITLE, Tint.HIGH, "Double extension"), lines.getFirst());
        assertEquals(List.of("Finding: `double-extension`", "Severity: HIGH", "Looks at: new and renamed files",
                "ATT&CK: T1036.007 Masquerading: Double File Extension"), texts(lines, Look.FACT));
        assertEquals(List.of("What it means", "Example", "When it is wrong", "What to do"), texts(lines, Look.SECTION));
        assertEquals("#1  added  C:\\WINDOWS\\SYSTEM\\LOVE-LETTER-FOR-YOU.TXT.vbs", texts(lines, Look.EXAMPLE).getFirst());
        assertTrue(texts(lines, Look.ITEM).getFirst().startsWith("Do not open it."), texts(lines, Look.ITEM).toString());
    }

    @Test
    void everyFindingCanBeShown() {
        for (FindingType type : new ListFindings().run()) {
            assertTrue(FindingPresenter.knows(type.id()), type.id());
            assertTrue(new FindingPresenter(type.id()).lines().stream().noneMatch(line -> line.text().contains("\n")), type.id());
        }
        assertFalse(FindingPresenter.knows("of-another-version"));
    }

    private static List<String> texts(List<Line> lines, Look look) {
        return lines.stream().filter(line -> line.look() == look).map(Line::text).toList();
    }
}
