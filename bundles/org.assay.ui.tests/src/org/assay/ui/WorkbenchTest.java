package org.assay.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import org.assay.app.CaptureSnapshot;
import org.assay.app.Case;
import org.assay.app.CatalogueFiles;
import org.assay.app.CompareSnapshots;
import org.assay.app.Export;
import org.assay.app.RunDemo;
import org.assay.app.policy.KnownSources;
import org.assay.model.Progress;
import org.assay.model.change.Change;
import org.assay.model.change.Decision;
import org.assay.model.change.Tag;
import org.assay.model.change.TaggedChange;
import org.assay.model.snapshot.CaptureOptions;
import org.assay.model.snapshot.Evidence;
import org.assay.model.snapshot.Role;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.snapshot.SnapshotState;
import org.assay.model.snapshot.SourceKind;
import org.assay.model.startup.StartupRow;
import org.assay.ui.grid.Palette;
import org.assay.ui.grid.Tint;
import org.assay.ui.handler.ExportRemediationHandler;
import org.assay.ui.presenter.CaseNode;
import org.assay.ui.presenter.DetailsMode;
import org.assay.ui.text.DisplayText;
import org.assay.ui.text.Ids;
import org.assay.ui.text.Texts;
import org.assay.ui.work.CaseWork;
import org.assay.ui.work.MonitorProgress;
import org.assay.ui.work.OpenCase;
import org.assay.ui.work.Selection;
import org.assay.ui.work.ShownLead;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer.MoveDirectionEnum;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.selection.command.MoveSelectionCommand;
import org.eclipse.nebula.widgets.nattable.selection.command.SelectRowsCommand;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Works on the demo's case in the real workbench, the way an analyst does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class WorkbenchTest {

    private RunDemo.Outcome demo;
    private RunningWorkbench workbench;

    @BeforeAll
    void openTheDemoCase(@TempDir Path folder) throws InterruptedException {
        if (Displays.isThere()) {
            demo = new RunDemo(folder.resolve("demo")).run(Progress.NONE);
            workbench = new RunningWorkbench();
            assertTrue(workbench.onUi(() -> workbench.controls(Link.class).anyMatch(link -> link.isVisible()
                    && link.getText().contains(Texts.of("welcome.sample")))), "without a case there is a welcome");
            workbench.onUi(() -> workbench.service(CaseWork.class).open(demo.caseFile()));
            workbench.settle();
        }
    }

    @BeforeEach
    void selectTheComparison() {
        Displays.assumeOne();
        workbench.doOnUi(() -> caseView().setSelection(new StructuredSelection(new CaseNode.ComparisonNode(demo.changes().comparison()))));
        workbench.settle();
    }

    private ISelectionProvider caseView() {
        return workbench.window().getActivePage().findView(Ids.CASE_VIEW).getSite().getSelectionProvider();
    }

    @AfterAll
    void closeTheWorkbench() throws InterruptedException {
        if (workbench != null) {
            workbench.close();
            try (Case closed = Case.open(demo.caseFile())) {
                assertEquals(demo.caseFile(), closed.file(), "the case is free again");
            }
        }
    }

    private void show(String view) {
        workbench.doOnUi(() -> {
            try {
                workbench.window().getActivePage().showView(view);
            } catch (PartInitException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private Case openCase() {
        return workbench.service(OpenCase.class).current().orElseThrow();
    }

    /** Selects the row of this change, which is among the first; the grid may stand at what another view selected. */
    private void select(Change change) {
        workbench.doOnUi(() -> workbench.grid("Differs in").doCommand(
                new MoveSelectionCommand(MoveDirectionEnum.UP, SelectionLayer.MOVE_ALL, false, false)));
        int row = workbench.await("change " + change.number() + " to be in view", () -> Optional.of(
                workbench.cells("Differs in", "#").indexOf(Integer.toString(change.number())) + 1).filter(found -> found > 0));
        workbench.doOnUi(() -> {
            NatTable table = workbench.grid("Differs in");
            table.doCommand(new SelectRowsCommand(table, 0, row, false, false));
        });
    }

    private void run(String command, Map<String, String> parameters) {
        workbench.doOnUi(() -> {
            ICommandService commands = workbench.service(ICommandService.class);
            try {
                workbench.service(IHandlerService.class)
                        .executeCommand(ParameterizedCommand.generateCommand(commands.getCommand(command), parameters), null);
            } catch (CommandException e) {
                throw new IllegalStateException(e);
            }
        });
        workbench.settle();
    }

    private Change mostSevere() {
        return demo.changes().changes().stream().map(TaggedChange::change).min(Change.MOST_SEVERE_FIRST).orElseThrow();
    }

    @Test
    void theCaseIsNamedAndListed() {
        String title = workbench.onUi(() -> workbench.window().getShell().getText());
        List<String> nodes = workbench.onUi(() -> workbench.controls(Tree.class).flatMap(tree -> Arrays.stream(tree.getItems()))
                .flatMap(host -> Arrays.stream(host.getItems())).map(TreeItem::getText).toList());

        assertTrue(title.startsWith(demo.caseFile().getFileName() + " – Assay"), title);
        assertTrue(nodes.stream().anyMatch(node -> node.startsWith("#1 baseline")), nodes.toString());
        assertTrue(nodes.stream().anyMatch(node -> node.startsWith("#1 → #2")), nodes.toString());
    }

    @Test
    void allChangesAreListedMostSevereFirst() {
        show(Ids.CHANGES_VIEW);
        List<String> numbers = demo.changes().changes().stream().map(TaggedChange::change).sorted(Change.MOST_SEVERE_FIRST)
                .map(change -> Integer.toString(change.number())).toList();
        List<String> inView = workbench.cells("Differs in", "#");

        assertTrue(inView.size() > 3, inView.toString());
        assertEquals(numbers.subList(0, inView.size()), inView);
        String count = DisplayText.count(numbers.size(), "change");
        assertTrue(workbench.onUi(() -> workbench.controls(Text.class).anyMatch(text -> text.getText().contains(count))), count);
    }

    @Test
    void aLeadShowsItsChangesAloneAndItsStory() {
        show(Ids.CHANGES_VIEW);
        workbench.doOnUi(() -> workbench.grid("Decided").doCommand(new SelectRowsCommand(workbench.grid("Decided"), 0, 1, false, false)));
        ShownLead first = workbench.onUi(() -> workbench.service(OpenCase.class).shown().orElseThrow().leads().getFirst());
        String count = DisplayText.count(first.changes().size(), "change");
        assertTrue(workbench.details().contains("Lead  high  score "), workbench.details());
        assertTrue(workbench.warns("Only the " + count), count);
        List<String> inView = workbench.cells("Differs in", "#");
        assertTrue(first.changes().stream().map(String::valueOf).toList().containsAll(inView), inView.toString());

        workbench.doOnUi(() -> workbench.service(OpenCase.class).follow(Optional.empty()));
        assertFalse(workbench.warns("Only the " + count), count);
    }

    @Test
    void theTextOfAChangeIsHeldAgainstWhatItWas() {
        show(Ids.CHANGES_VIEW);
        Change changed = demo.changes().changes().stream().map(TaggedChange::change)
                .filter(change -> change.location().text().endsWith("WIN.INI")).findFirst().orElseThrow();
        workbench.doOnUi(() -> workbench.service(OpenCase.class).select(Selection.of(List.of(changed.number()))));
        workbench.chooseDetails(DetailsMode.TEXT);
        List<String> after = workbench.await("the text", () -> Optional.of(workbench.cells("Before", "After"))
                .filter(cells -> cells.stream().anyMatch(cell -> cell.contains("Win32DLL.vbs"))));
        assertTrue(after.stream().anyMatch(cell -> cell.endsWith("equal rows")) || after.size() < 12, after.toString());
        workbench.chooseDetails(DetailsMode.FIELDS);
        assertTrue(workbench.cells("Before", "Attribute").contains("location"));
    }

    @Test
    void allStartupEntriesAreListed() {
        show(Ids.STARTUP_VIEW);
        List<String> labels = demo.startup().rows().stream().sorted(StartupRow.MOST_SEVERE_FIRST)
                .map(row -> DisplayText.line(row.entry().label())).toList();
        List<String> inView = workbench.cells("Technique", "Label");

        assertTrue(inView.size() > 3, inView.toString());
        assertEquals(labels.subList(0, inView.size()), inView);
        workbench.doOnUi(() -> {
            NatTable table = workbench.grid("Technique");
            table.doCommand(new SelectRowsCommand(table, 0, 1, false, false));
        });
        assertTrue(workbench.details().contains("Runs: "), workbench.details());
    }

    @Test
    void aDecisionIsRecordedAndTakenBackByCommand() {
        show(Ids.CHANGES_VIEW);
        Change change = mostSevere();
        select(change);
        assertTrue(workbench.details().contains("#" + change.number() + "  " + DisplayText.of(change.kind())), workbench.details());

        run(Ids.TAG, Map.of(Ids.DECISION, Decision.INVESTIGATE.name()));
        Tag tag = openCase().tags().stream().filter(one -> one.location().sameAs(change.location())).findFirst().orElseThrow();
        assertEquals(Decision.INVESTIGATE, tag.decision());
        assertEquals(System.getProperty("user.name"), tag.analyst());
        assertEquals("investigate", workbench.cells("Differs in", "Tag").getFirst());
        assertTrue(workbench.details().contains("Investigate, decided by "), workbench.details());

        run(Ids.TAG, Map.of(Ids.DECISION, Ids.NO_DECISION));
        assertTrue(openCase().tags().stream().noneMatch(one -> one.location().sameAs(change.location())));
        assertEquals("", workbench.cells("Differs in", "Tag").getFirst());
    }

    @Test
    void aCaptureAndAComparisonAppearInTheCaseAndAreShown(@TempDir Path tree) throws IOException {
        Files.writeString(tree.resolve("new\nline.txt"), "hello");
        capture("other", new Evidence(SourceKind.TREE, "C:", tree.toString()));
        Snapshot latest = compareWithLatest();
        assertEquals(latest, workbench.onUi(() -> workbench.service(OpenCase.class).contents().snapshots().getLast()));
        assertTrue(workbench.onUi(() -> workbench.service(OpenCase.class).contents().comparisons().size()) > 1);
        assertEquals("other", workbench.onUi(() -> workbench.service(OpenCase.class).shown().orElseThrow().suspect().host()));
    }

    private void capture(String host, Evidence... evidence) {
        CaptureSnapshot request = new CaptureSnapshot(host, Role.SUSPECT, "", List.of(evidence), CatalogueFiles.NONE,
                CaptureOptions.standard());
        workbench.onUi(() -> workbench.service(CaseWork.class).capture(openCase(), request));
        workbench.settle();
    }

    private Snapshot compareWithLatest() {
        Snapshot latest = openCase().snapshots().getLast();
        workbench.onUi(() -> workbench.service(CaseWork.class).compare(openCase(), new CompareSnapshots(1, latest.id(),
                CatalogueFiles.NONE, KnownSources.NONE, CompareSnapshots.USUAL)));
        workbench.await("the new comparison", () -> workbench.service(OpenCase.class).shown()
                .filter(shown -> shown.suspect().id() == latest.id()));
        return latest;
    }

    /** Captures a tree and an export of which a line is damaged, and compares with the demo's baseline. */
    private Snapshot compareWithGaps(Path folder) throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve("tree")).resolve("a"), "hello");
        Path export = Files.writeString(folder.resolve("damaged.reg"),
                "REGEDIT4\r\n\r\n[HKEY_LOCAL_MACHINE\\Software\\Bro\u202eken]\r\n\"a\"=dword:zz\r\n");
        capture("o\u202ether\n", new Evidence(SourceKind.TREE, "C:", folder.resolve("tree").toString()),
                new Evidence(SourceKind.REG_EXPORT, "", export.toString()));
        return compareWithLatest();
    }

    private void select(Snapshot snapshot) {
        workbench.doOnUi(() -> caseView().setSelection(new StructuredSelection(new CaseNode.SnapshotNode(snapshot))));
        awaitDetails("#" + snapshot.id() + "  " + DisplayText.of(snapshot.role()));
    }

    private String awaitDetails(String text) {
        return workbench.await(text + " in the details", () -> Optional.of(workbench.details()).filter(shown -> shown.contains(text)));
    }

    @Test
    void gapsAreToldWhereverTheyMatter(@TempDir Path folder) throws IOException {
        assertFalse(workbench.warns("could be read"));
        Snapshot latest = compareWithGaps(folder);
        String sentence = "Not everything could be read (gaps: 0 in the baseline, 1 (damaged 1) in the suspect)";
        show(Ids.STARTUP_VIEW);
        assertTrue(workbench.warns(sentence), "in the Startup view");
        show(Ids.CHANGES_VIEW);
        assertTrue(workbench.warns(sentence), "in the Changes view");

        select(latest);
        String details = workbench.details();
        for (String fact : List.of("PARTIAL  o\\u{202e}ther\\n", "Not everything could be read (gaps: 1 (damaged 1))",
                "content hashed: 5 bytes", "read from: tree C:: ", "Attempt 1 of 1", "user: " + System.getProperty("user.name"))) {
            assertTrue(details.contains(fact), fact + " in " + details);
        }
        assertEquals(List.of("damaged", "(remark)"), workbench.cells("Detail", "Reason"));
        assertEquals("HKLM\\Software\\Bro\\u{202e}ken", workbench.cells("Detail", "Location").getFirst());
        run(Ids.RESUME, Map.of());
        awaitDetails("#" + (latest.id() + 1) + "  suspect  PARTIAL");
        workbench.doOnUi(() -> workbench.service(OpenCase.class).select(Selection.of(List.of(1))));
        awaitDetails("No decision yet.");
        assertTrue(workbench.onUi(() -> ((IStructuredSelection) caseView().getSelection()).getFirstElement())
                instanceof CaseNode.ComparisonNode, "the snapshot can be selected again");
    }

    @Test
    void aSnapshotIsVerified() {
        select(openCase().snapshot(1));
        run(Ids.VERIFY, Map.of());

        assertTrue(awaitDetails("Verified: ").contains("what it was when the snapshot was finished"));
    }

    @Test
    void theCaseIsVerifiedAndItsDigestShown() {
        run(Ids.VERIFY_CASE, Map.of());

        String message = closeDialog("The Case Is Whole");
        assertTrue(message.contains("fits the digest " + openCase().digest().orElseThrow().digest().shortText()), message);
    }

    @Test
    void aSnapshotThatWasBrokenOffIsResumedAndNoOther(@TempDir Path tree) throws IOException {
        Files.writeString(tree.resolve("a.txt"), "hello");
        NullProgressMonitor cancelled = new NullProgressMonitor();
        cancelled.setCanceled(true);
        Snapshot broken = new CaptureSnapshot("other", Role.SUSPECT, "", List.of(new Evidence(SourceKind.TREE, "C:", tree.toString())),
                CatalogueFiles.NONE, CaptureOptions.standard())
                .run(openCase(), new MonitorProgress(cancelled, _ -> { }, System::nanoTime));
        assertEquals(SnapshotState.CANCELLED, broken.state());
        workbench.onUi(() -> workbench.service(CaseWork.class).open(demo.caseFile()));
        workbench.settle();
        workbench.settle();

        select(openCase().snapshot(1));
        assertFalse(isEnabled(Ids.RESUME), "there is nothing to resume");
        select(broken);
        assertTrue(workbench.details().contains("It does not hold everything that was asked for."), workbench.details());
        assertTrue(isEnabled(Ids.RESUME));
        run(Ids.RESUME, Map.of());

        assertTrue(awaitDetails("COMPLETE").contains("Attempt 2 of 2"), workbench.details());
        assertEquals(SnapshotState.COMPLETE, openCase().snapshot(broken.id()).state());
        assertFalse(isEnabled(Ids.RESUME));
    }

    private boolean isEnabled(String command) {
        return workbench.onUi(() -> workbench.service(ICommandService.class).getCommand(command).isEnabled());
    }

    @Test
    void aFindingLeadsToItsPage() throws IOException {
        show(Ids.CHANGES_VIEW);
        select(mostSevere());
        FindingLink link = FindingLink.first(workbench);
        link.click();
        Shell page = link.page();
        String said = workbench.onUi(() -> RunningWorkbench.all(page).filter(StyledText.class::isInstance)
                .map(one -> ((StyledText) one).getText()).collect(Collectors.joining()));
        assertTrue(said.contains("When it is wrong") && said.contains("T1036.007"), said);
        workbench.doOnUi(page::update);
        save(workbench.onUi(workbench::picture), Path.of("target/finding.png"));
        workbench.doOnUi(page::close);
        assertEquals("double-extension", link.tab());
        link.enter();
        workbench.doOnUi(link.page()::close);
    }

    @Test
    void theRemediationIsExported(@TempDir Path folder) {
        AtomicReference<Export> written = new AtomicReference<>();
        workbench.onUi(() -> workbench.service(CaseWork.class).export(openCase(), demo.changes().comparison().id(), folder, written::set));
        workbench.settle();

        assertTrue(written.get().files().stream().allMatch(Files::isRegularFile), written.get().files().toString());
        String report = ExportRemediationHandler.report(written.get());
        assertTrue(report.contains("Nothing has been carried out") && !report.contains("could be read"), report);
    }

    @Test
    void theCaseThatIsOpenCanBeOpenedAgain() {
        workbench.onUi(() -> workbench.service(CaseWork.class).open(demo.caseFile()));
        workbench.settle();
        workbench.settle();

        assertEquals(demo.changes().comparison(), openCase().comparison(demo.changes().comparison().id()));
    }

    @Test
    void aMissingCaseIsToldInOneSentenceAndTheOpenOneStays() {
        workbench.onUi(() -> workbench.service(CaseWork.class).open(demo.caseFile().resolveSibling("missing.mv.db")));
        String message = closeDialog("Assay");

        assertTrue(message.contains("missing.mv.db") && !message.contains("Exception"), message);
        assertEquals(demo.caseFile(), openCase().file());
    }

    private String closeDialog(String title) {
        return workbench.await("the dialog", () -> Arrays.stream(Display.getCurrent().getShells())
                .filter(shell -> shell.getText().equals(title) && shell.isVisible()).findFirst().map(WorkbenchTest::readAndClose));
    }

    private static String readAndClose(Shell dialog) {
        String message = RunningWorkbench.all(dialog).filter(Label.class::isInstance).map(label -> ((Label) label).getText())
                .collect(Collectors.joining());
        dialog.close();
        return message;
    }

    /** NatTable swallows its errors while painting, so it is the pixels that are asked whether the grid is there. */
    @Test
    void theGridsAreReallyDrawn() throws IOException {
        show(Ids.CHANGES_VIEW);
        select(mostSevere());
        ImageData picture = workbench.await("the colours of the changes", () -> Optional.of(workbench.picture())
                .filter(image -> Pixels.show(image, Palette.LIGHT.paper(Tint.of(mostSevere().kind())).getRGB()))
                .filter(image -> Pixels.show(image, Palette.LIGHT.selected().getRGB())));

        save(picture, Path.of(System.getProperty("assay.screenshot", "target/workbench.png")));
    }

    private static void save(ImageData picture, Path name) throws IOException {
        Path file = name.toAbsolutePath();
        Files.createDirectories(file.getParent());
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] { picture };
        loader.save(file.toString(), SWT.IMAGE_PNG);
        assertTrue(Files.size(file) > 10_000, "the picture shows something");
    }
}
