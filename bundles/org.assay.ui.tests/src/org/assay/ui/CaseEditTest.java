package org.assay.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.assay.app.Case;
import org.assay.app.RunDemo;
import org.assay.model.Progress;
import org.assay.model.Severity;
import org.assay.model.snapshot.Snapshot;
import org.assay.ui.presenter.CaseNode;
import org.assay.ui.text.Ids;
import org.assay.ui.work.CaseWork;
import org.assay.ui.work.Look;
import org.assay.ui.work.OpenCase;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Removes a snapshot of the demo's case in the real workbench, and renames a host. */
@Timeout(300)
class CaseEditTest {

    @TempDir
    private static Path folder;

    private static RunningWorkbench workbench;

    /** One for all: the platform's workbench cannot be begun any number of times in one process. */
    @BeforeAll
    static void startTheWorkbench() throws InterruptedException {
        Displays.assumeOne();
        workbench = new RunningWorkbench();
    }

    @BeforeEach
    void openTheDemoCase(TestInfo test) {
        RunDemo.Outcome demo = new RunDemo(folder.resolve(test.getTestMethod().orElseThrow().getName())).run(Progress.NONE);
        workbench.onUi(() -> workbench.service(CaseWork.class).open(demo.caseFile()));
        workbench.await("the comparison of this case", () -> open().current().filter(current -> current.file().equals(demo.caseFile()))
                .flatMap(_ -> open().shown()));
    }

    @AfterAll
    static void closeTheWorkbench() throws InterruptedException {
        if (workbench != null) {
            workbench.close();
        }
    }

    @Test
    void aSnapshotIsRemovedOnlyWhenThatIsConfirmed() {
        select(current().snapshot(2));
        execute(Ids.REMOVE_SNAPSHOT);
        String asked = press("Remove Snapshot", "Keep", "");
        assertTrue(asked.contains("snapshot 2 (suspect of "), asked);
        assertTrue(asked.contains("comparison 1"), asked);
        workbench.settle();
        assertEquals(2, current().snapshots().size());
        assertTrue(workbench.onUi(() -> open().shown()).isPresent());

        execute(Ids.REMOVE_SNAPSHOT);
        press("Remove Snapshot", "Remove", "");
        workbench.await("the snapshot to be gone", () -> Optional.of(open().contents().snapshots().size()).filter(count -> count == 1));
        assertEquals(1, current().snapshots().size());
        assertTrue(workbench.onUi(() -> open().shown()).isEmpty(), "nor is the comparison shown");
        assertTrue(workbench.onUi(() -> open().snapshot()).isEmpty());
    }

    @Test
    void aHostIsRenamedAndShownByItsNewName() {
        Snapshot snapshot = current().snapshot(2);
        select(snapshot);
        execute(Ids.RENAME_HOST);
        press("Rename Host", "OK", "RECEPTION-PC");
        workbench.await("the new name in the details", () -> open().snapshot()
                .filter(shown -> shown.sheet().snapshot().host().equals("RECEPTION-PC")));
        assertEquals("RECEPTION-PC", current().snapshot(2).host());
        workbench.await("the new name over the changes", () -> open().shown()
                .filter(shown -> shown.suspect().host().equals("RECEPTION-PC")));
        assertFalse(current().tags().stream().anyMatch(tag -> tag.host().equals(snapshot.host())));
    }

    @Test
    void whatFollowsIsReadWhenItIsLookedAt() {
        awaitFooter(Ids.REMEDIATION_VIEW, "35 steps in this order");
        awaitFooter(Ids.OVERVIEW_VIEW, "46 changes, 3 explained, 46 decided on, 11 leads");
        awaitFooter(Ids.FLEET_VIEW, "1 infected");
        awaitFooter(Ids.CUSTODY_VIEW, "entries; to be written down, the log ends with ");
        awaitFooter(Ids.INCIDENT_VIEW, "0 entries, 0 still off");
        awaitFooter(Ids.VERIFICATION_VIEW, "After the remediation, capture the machine again");

        workbench.doOnUi(() -> open().look(new Look("*.vbs", Severity.HIGH)));
        awaitFooter(Ids.CHANGES_VIEW, "12 of 46 changes");
    }

    /** A tenth of a second is the aim; in a test, compilers and collectors are at work, too. */
    @Test
    void nothingKeepsTheUserWaiting(@TempDir Path many) throws IOException {
        Map<String, Long> longest = new ManyChanges(workbench, many).longestPauses();

        System.getLogger(CaseEditTest.class.getName()).log(System.Logger.Level.INFO, "longest pauses in milliseconds: " + longest);
        assertTrue(longest.values().stream().allMatch(pause -> pause < 400), longest.toString());
    }

    /** Shows a view and waits until a line of the window holds this. */
    private void awaitFooter(String view, String text) {
        workbench.doOnUi(() -> {
            try {
                workbench.window().getActivePage().showView(view);
            } catch (PartInitException e) {
                throw new IllegalStateException(e);
            }
        });
        workbench.await(text + " in " + view, () -> RunningWorkbench.all(workbench.window().getShell()).filter(Text.class::isInstance)
                .map(Text.class::cast).filter(Text::isVisible).map(Text::getText).filter(said -> said.contains(text)).findFirst());
    }

    private OpenCase open() {
        return workbench.service(OpenCase.class);
    }

    private Case current() {
        return workbench.onUi(() -> open().current().orElseThrow());
    }

    private void select(Snapshot snapshot) {
        workbench.doOnUi(() -> workbench.window().getActivePage().findView(Ids.CASE_VIEW).getSite().getSelectionProvider()
                .setSelection(new StructuredSelection(new CaseNode.SnapshotNode(snapshot))));
        workbench.await("the details of snapshot " + snapshot.id(), () -> open().snapshot());
    }

    /** What it asks in a dialog is answered while it runs. */
    private void execute(String command) {
        workbench.doOnUi(() -> Display.getCurrent().asyncExec(() -> {
            try {
                workbench.service(IHandlerService.class).executeCommand(command, null);
            } catch (CommandException e) {
                throw new IllegalStateException(e);
            }
        }));
    }

    /** Writes a text into a dialog, unless it is empty, and presses a button; tells what the dialog said. */
    private String press(String title, String button, String text) {
        Shell dialog = workbench.await(title, () -> Arrays.stream(Display.getCurrent().getShells())
                .filter(shell -> shell.getText().equals(title) && shell.isVisible()).findFirst());
        return workbench.onUi(() -> {
            String said = RunningWorkbench.all(dialog).filter(Label.class::isInstance).map(label -> ((Label) label).getText())
                    .collect(Collectors.joining());
            RunningWorkbench.all(dialog).filter(Text.class::isInstance).map(Text.class::cast).filter(field -> !text.isEmpty())
                    .filter(Text::getEditable).findFirst().ifPresent(field -> field.setText(text));
            RunningWorkbench.all(dialog).filter(Button.class::isInstance).map(Button.class::cast)
                    .filter(one -> one.getText().replace("&", "").equals(button)).findFirst().orElseThrow()
                    .notifyListeners(SWT.Selection, new Event());
            return said;
        });
    }
}
