package org.assay.ui.presenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.assay.ui.text.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HelpPresenterTest {

    @TempDir
    private Path home;

    @ParameterizedTest
    @EnumSource(HelpPresenter.Topic.class)
    void everyTopicHasAPageWithATitle(HelpPresenter.Topic topic) {
        HelpPresenter presenter = new HelpPresenter(Optional.empty(), "1.2.3");
        List<FindingPresenter.Line> lines = presenter.lines(topic);

        assertEquals(FindingPresenter.Look.TITLE, lines.getFirst().look());
        assertEquals(lines.getFirst().text(), presenter.titles().get(topic.ordinal()));
        assertTrue(lines.size() > 1);
    }

    @Test
    void aViewHasAPageOfItsOwn() {
        assertEquals(HelpPresenter.Topic.CHANGES, HelpPresenter.Topic.of(Ids.CHANGES_VIEW));
        assertEquals(HelpPresenter.Topic.START, HelpPresenter.Topic.of(Ids.CASE_VIEW));
        assertEquals(HelpPresenter.Topic.START, HelpPresenter.Topic.of(""));
    }

    @Test
    void theLicencesAreThoseOfTheProduct() throws IOException {
        Files.writeString(home.resolve("NOTICE"), "some.jar  EPL-2.0\n");
        List<String> lines = new HelpPresenter(Optional.of(home), "1.2.3").lines(HelpPresenter.Topic.LICENCES).stream()
                .map(FindingPresenter.Line::text).toList();

        assertTrue(lines.get(1).startsWith("Assay 1.2.3 on Java "), lines::toString);
        assertEquals("some.jar  EPL-2.0", lines.getLast());
        assertFalse(lines.contains(""));
    }
}
