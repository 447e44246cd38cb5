package org.assay.ui.presenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.assay.ui.text.Ids;
import org.assay.ui.work.OpenCase;
import org.assay.ui.work.RecentCases;
import org.eclipse.jface.preference.PreferenceStore;
import org.junit.jupiter.api.Test;

class WelcomePresenterTest {

    private final RecentCases recent = new RecentCases(new PreferenceStore());
    private final WelcomePresenter presenter = new WelcomePresenter(new OpenCase(), recent);

    @Test
    void withoutACaseThereIsASampleANewOneAndOneToOpen() {
        assertEquals(List.of(Ids.SAMPLE, Ids.CREATE, Ids.OPEN),
                presenter.starts().stream().map(WelcomePresenter.Start::command).toList());
        assertEquals(3, presenter.steps().size());
    }

    @Test
    void recentCasesAreShownSafelyAndOpenedAsTheyAre() {
        Path file = Path.of("/home/eve/out\u202ebreak.mv.db");
        recent.opened(file);

        WelcomePresenter.Recent shown = presenter.recent().getFirst();
        assertEquals(file, shown.file());
        assertEquals("out\\u{202e}break.mv.db", shown.name());
        assertTrue(shown.folder().endsWith("eve"), shown.folder());
    }
}
