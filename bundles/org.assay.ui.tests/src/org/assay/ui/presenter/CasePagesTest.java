package org.assay.ui.presenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

import org.assay.app.CaptureSnapshot;
import org.assay.app.Case;
import org.assay.app.CatalogueFiles;
import org.assay.app.ExportRemediation;
import org.assay.app.RunDemo;
import org.assay.app.VerifyRemediation;
import org.assay.app.page.PlanStep;
import org.assay.app.page.RemediationSheet;
import org.assay.model.Progress;
import org.assay.model.snapshot.CaptureOptions;
import org.assay.model.snapshot.Evidence;
import org.assay.model.snapshot.Role;
import org.assay.model.snapshot.SourceKind;
import org.assay.testkit.Items;
import org.assay.ui.grid.TablePresenter;
import org.assay.ui.grid.Tint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of a whole case: what follows from its tags, what became of that, its hosts and its custody. */
class CasePagesTest {

    @TempDir
    private static Path folder;
    private static Case openCase;
    private static long comparison;

    /** The machine is as in the baseline again, as far as its files go. */
    @BeforeAll
    static void makeTheCase() {
        RunDemo.Outcome demo = new RunDemo(folder.resolve("demo")).run(Progress.NONE);
        openCase = Case.open(demo.caseFile());
        comparison = demo.changes().comparison().id();
        new CaptureSnapshot("PC17", Role.VERIFICATION, "", List.of(new Evidence(SourceKind.TREE, "C:",
                folder.resolve("demo/gold").toString())), CatalogueFiles.NONE, CaptureOptions.standard()).run(openCase, Progress.NONE);
    }

    @AfterAll
    static void closeTheCase() {
        if (openCase != null) {
            openCase.close();
        }
    }

    private static List<String> column(TablePresenter<?> table, int column) {
        return IntStream.range(0, table.rowCount()).mapToObj(row -> table.text(row, column)).toList();
    }

    @Test
    void theStepsStandInTheirOrderWithWhatEachNeedsAndHowItIsUndone() {
        RemediationPresenter presenter = new RemediationPresenter();
        assertEquals("Select a comparison in the Case view.", presenter.summary());
        RemediationSheet sheet = ExportRemediation.preview(openCase, comparison);
        presenter.show(Optional.of(sheet));

        assertEquals(sheet.steps().size(), presenter.table().rowCount());
        assertEquals("1", presenter.table().text(0, 0));
        assertEquals(sheet.steps().size() + " steps in this order, none to be done by a person. Nothing was carried out.",
                presenter.summary());
        List<String> said = presenter.page(0).remarks().stream().map(DetailsPage.Remark::text).toList();
        assertTrue(said.get(0).startsWith("Does: Remove the value"), said::toString);
        assertTrue(said.get(1).startsWith("Only if there is: REG_"), said::toString);
        assertEquals("Undone by: make the value again", said.get(2));
        assertEquals("Done by: repair.reg, remedy.cmd, assay remedy offline", said.get(3));
        assertTrue(said.get(4).startsWith("Why: Tagged repair by demo"), said::toString);
        assertEquals("#!/bin/sh", presenter.lines(presenter.files().indexOf("remedy.sh")).getFirst());
    }

    @Test
    void whatAPersonMustDoStandsOutAndHostileWordsAreMadeVisible() {
        RemediationPresenter presenter = new RemediationPresenter();
        presenter.show(Optional.of(new RemediationSheet(List.of(new PlanStep(1, 7, "person", Items.place("C:/a\u202eb"), "do \u0007it", "",
                "", List.of(), "because\nof that", List.of("No script can.", "Look \u001bat it."))),
                List.of(new RemediationSheet.Preview("remedy.sh", "one\n\u001b[2Jtwo", false)))));

        assertEquals("1 step in this order, 1 of them to be done by a person. Nothing was carried out.", presenter.summary());
        assertEquals("a person", presenter.table().text(0, 4));
        assertEquals(Tint.MODIFIED, presenter.table().rowTint(0));
        assertEquals(List.of("Does: do \\x07it", "Done by: a person", "Why: because\\nof that", "No script can.", "Look \\x1bat it."),
                presenter.page(0).remarks().stream().map(DetailsPage.Remark::text).toList());
        assertEquals(List.of("one", "\\x1b[2Jtwo", "… The file goes on; export it to read the rest."), presenter.lines(0));
    }

    @Test
    void eachDecisionHasItsVerdictAndWhatIsOpenComesFirst() {
        VerificationPresenter presenter = new VerificationPresenter();
        assertTrue(presenter.summary().startsWith("After the remediation, capture the machine again"));
        long last = VerifyRemediation.lastSnapshot(openCase, comparison);
        VerifyRemediation.Outcome outcome = new VerifyRemediation(comparison, last, List.of()).run(openCase, Progress.NONE);
        presenter.show(Optional.of(outcome));

        List<String> outcomes = column(presenter.table(), 0);
        assertEquals(outcome.check().decisions().size() + outcome.check().fresh().size(), outcomes.size());
        assertTrue(outcomes.contains("resolved") && outcomes.contains("cannot be determined"), outcomes::toString);
        assertTrue(outcomes.indexOf("cannot be determined") < outcomes.indexOf("resolved"), "the registry was not captured again");
        assertTrue(presenter.summary().startsWith("Not clean: ") && presenter.summary().endsWith("by snapshot #3 of PC17."),
                presenter::summary);
    }

    @Test
    void theCustodyTellsEachEntryAndThatNoSnapshotIsSealed() {
        CustodyPresenter presenter = new CustodyPresenter();
        CustodyPresenter.Known known = CustodyPresenter.Known.of(openCase, List.of(), Progress.NONE);
        presenter.show(Optional.of(known));

        assertEquals(List.of("not sealed", "not sealed", "not sealed"), column(presenter.seals(), 1));
        assertEquals(known.entries().size(), presenter.log().rowCount());
        assertEquals(Long.toString(known.head().entries()), presenter.log().text(0, 0), "the last one first");
        assertTrue(presenter.summary().endsWith("the log ends with " + known.head().shortText()), presenter::summary);
    }

    @Test
    void aHostFollowedShowsItsChangesAlone() {
        FleetPresenter presenter = new FleetPresenter();
        FleetPresenter.Seen seen = FleetPresenter.Seen.of(openCase, Progress.NONE);
        presenter.show(Optional.of(seen));

        assertEquals(List.of("PC17"), column(presenter.hosts(), 0));
        assertEquals(seen.fleet().changes().size(), presenter.changes().rowCount());
        assertFalse(column(presenter.changes(), 1).stream().anyMatch(prevalence -> !prevalence.equals("1 of 1")));
        assertEquals(OptionalLong.of(comparison), presenter.comparison(0));
        presenter.follow(0);
        assertEquals(presenter.changes().allRows(), presenter.changes().rowCount());
        assertTrue(presenter.summary().startsWith("1 infected   "), presenter::summary);
    }
}
