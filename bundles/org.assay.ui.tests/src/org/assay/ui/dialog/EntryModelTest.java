package org.assay.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.assay.app.Case;
import org.assay.app.incident.EntryArguments;
import org.assay.app.incident.MarkPoint;
import org.assay.app.incident.NoteEntry;
import org.assay.app.incident.SystemArguments;
import org.assay.model.AssayException;
import org.assay.model.Progress;
import org.assay.model.incident.EntryDetail;
import org.assay.model.incident.EntryReference;
import org.assay.model.incident.FactType;
import org.assay.model.incident.IncidentEntry;
import org.assay.model.incident.PointState;
import org.assay.model.incident.SystemKind;
import org.assay.ui.presenter.IncidentPresenter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notes an outbreak as the dialog does, and looks at what the view then says. */
class EntryModelTest {

    private final EntryModel model = new EntryModel(List.of("ward-12"));
    private final IncidentPresenter presenter = new IncidentPresenter();

    @Test
    void whatIsMissingIsSaidBeforeItIsNoted() {
        assertTrue(model.problem().isPresent(), "a note says something");
        model.form().enter(NoteEntry.TEXT, "It began at nine.");
        assertEquals(Optional.empty(), model.problem());
        model.kind(EntryModel.Kind.FACT);
        assertTrue(model.problem().isPresent(), "a fact is about something");
        model.form().enter(NoteEntry.FACT, "ORIGIN");
        assertEquals(Optional.empty(), model.problem());
        model.form().enter(EntryArguments.AT, "nine");
        assertTrue(model.problem().orElseThrow().contains("'nine' is not a time"), model.problem().toString());
        model.form().enter(EntryArguments.AT, "2000-05-04T09:00Z");
        model.form().enter(EntryArguments.SPENT, "one hour");
        assertTrue(model.problem().orElseThrow().contains("'one hour' is not a working time"), model.problem().toString());
        for (EntryModel.Kind kind : List.of(EntryModel.Kind.SWITCHED_OFF, EntryModel.Kind.ON_AGAIN, EntryModel.Kind.TOLD)) {
            model.kind(kind);
            assertTrue(model.problem().isPresent(), kind.toString());
        }
    }

    @Test
    void anOutbreakIsNotedFromTheFirstReportToItsEnd(@TempDir Path folder) {
        try (Case openCase = Case.create(folder.resolve("outbreak.mv.db"), "ann")) {
            assertTrue(summary(openCase).contains("nothing is noted yet"), presenter.summary());
            model.kind(EntryModel.Kind.FACT);
            model.form().enter(NoteEntry.FACT, "FIRST_REPORT");
            model.form().enter(NoteEntry.TEXT, "It sends mail\n by itself.");
            model.form().enter(NoteEntry.SOURCE, "a clerk");
            model.form().enter(EntryArguments.AT, "2000-05-04T09:10Z");
            model.form().enter(EntryArguments.SPENT, "1h30m");
            model.host(" ward-12 ");
            IncidentEntry first = model.request("ann").run(openCase);
            assertEquals(new EntryDetail.Fact(FactType.FIRST_REPORT, "a clerk"), first.content().detail());
            assertEquals(Instant.parse("2000-05-04T09:10:00Z"), first.content().happened());
            assertEquals(Duration.ofMinutes(90), first.content().spent());
            assertEquals(List.of(new EntryReference.ToHost("ward-12")), first.content().references());

            EntryModel off = new EntryModel(List.of());
            off.kind(EntryModel.Kind.SWITCHED_OFF);
            off.form().enter(SystemArguments.SYSTEM, "mail");
            off.form().enter(SystemArguments.WHY, "it spreads by it");
            assertEquals(new EntryDetail.SwitchedOff("mail", SystemKind.SERVICE), off.request("ann").run(openCase).content().detail());
            assertTrue(summary(openCase).startsWith("2 entries, 1 still off"), presenter.summary());
            assertEquals(2, presenter.stillOff(0).orElseThrow().number());
            assertEquals(Optional.empty(), presenter.stillOff(1));
            assertEquals("fact", presenter.log().text(1, 3));
            assertEquals("first report (a clerk): It sends mail\\n by itself.", presenter.log().text(1, 4), "one line, whatever is in it");
            assertEquals("1h30m", presenter.log().text(1, 6));

            EntryModel end = new EntryModel(List.of());
            end.kind(EntryModel.Kind.CLOSED);
            assertThrows(AssayException.class, () -> end.request("ann").run(openCase), "nothing is closed while something is off");
            EntryModel on = new EntryModel(List.of());
            on.kind(EntryModel.Kind.ON_AGAIN);
            on.form().enter(SystemArguments.OFF, "mail");
            on.request("bob").run(openCase);
            end.request("ann").run(openCase);
            assertTrue(summary(openCase).startsWith("4 entries, 0 still off"), presenter.summary());
            assertTrue(presenter.isClosed());
        }
    }

    @Test
    void aPointThatIsDoneSaysByWhom(@TempDir Path folder) {
        try (Case openCase = Case.create(folder.resolve("outbreak.mv.db"), "ann")) {
            summary(openCase);
            assertFalse(presenter.points().rowCount() < 10);
            EntryArguments usual = new EntryArguments(Optional.empty(), Optional.empty(), Duration.ZERO, List.of(), List.of(), List.of(),
                    List.of(), Optional.empty());
            new MarkPoint("outbreak:leader", PointState.DONE, "Ann leads", "ann", usual).run(openCase);
            assertTrue(summary(openCase).contains("1 done"), presenter.summary());
            int row = presenter.points().find(one -> one.point().id().equals("leader")).orElseThrow();
            assertEquals("done", presenter.points().text(row, 2));
            assertTrue(presenter.points().text(row, 5).matches("ann, .*: Ann leads"), presenter.points().text(row, 5));
            assertEquals(1, presenter.timeline().find(event -> event.text().contains("leader")).stream().count());
        }
    }

    private String summary(Case openCase) {
        presenter.show(Optional.of(IncidentPresenter.Told.of(openCase, Progress.NONE)));
        return presenter.summary();
    }
}
