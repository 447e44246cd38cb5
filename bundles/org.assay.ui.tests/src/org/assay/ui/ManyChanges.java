package org.assay.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.assay.app.CaptureSnapshot;
import org.assay.app.Case;
import org.assay.app.CatalogueFiles;
import org.assay.app.CompareSnapshots;
import org.assay.app.policy.KnownSources;
import org.assay.model.Progress;
import org.assay.model.change.Decision;
import org.assay.model.snapshot.CaptureOptions;
import org.assay.model.snapshot.Evidence;
import org.assay.model.snapshot.Role;
import org.assay.model.snapshot.SourceKind;
import org.assay.ui.text.Ids;
import org.assay.ui.text.Texts;
import org.assay.ui.work.CaseWork;
import org.assay.ui.work.OpenCase;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.selection.command.SelectRowsCommand;
import org.eclipse.nebula.widgets.nattable.sort.SortDirectionEnum;
import org.eclipse.nebula.widgets.nattable.sort.command.SortColumnCommand;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;

/** An analyst at work on a comparison with so many changes that they are filtered and sorted in the background. */
final class ManyChanges {

    private static final int CHANGES = 20_000;
    private static final int FILES = 2_000;

    private final RunningWorkbench workbench;
    private final Path tree;

    /** Makes the case below {@code folder} and opens it. */
    ManyChanges(RunningWorkbench workbench, Path folder) throws IOException {
        this.workbench = workbench;
        Path file = folder.resolve("many.mv.db");
        try (Case made = Case.create(file, "")) {
            capture(made, Role.BASELINE, list(folder.resolve("a"), 'a'));
            capture(made, Role.SUSPECT, list(folder.resolve("b"), 'b'));
            new CompareSnapshots(1, 2, CatalogueFiles.NONE, KnownSources.NONE, CompareSnapshots.USUAL).run(made, Progress.NONE);
        }
        tree = folder.resolve("tree");
        for (int number = 0; number < FILES; number++) {
            Files.writeString(Files.createDirectories(tree.resolve("d" + number % 50)).resolve("f" + number), "content " + number);
        }
        workbench.onUi(() -> workbench.service(CaseWork.class).open(file));
        workbench.await("the comparison", () -> workbench.service(OpenCase.class).current().filter(one -> one.file().equals(file))
                .flatMap(_ -> workbench.service(OpenCase.class).shown()));
        workbench.settle();
        workbench.doOnUi(() -> {
            try {
                workbench.window().getActivePage().showView(Ids.CHANGES_VIEW);
            } catch (PartInitException e) {
                throw new IllegalStateException(e);
            }
        });
        filter("file-", CHANGES);
    }

    /** A list as sha256sum writes it, in which every digest begins with {@code first}. */
    private static Path list(Path file, char first) throws IOException {
        return Files.write(file, IntStream.range(0, CHANGES)
                .mapToObj(number -> "%c%063x  /usr/share/d%d/file-%d.txt".formatted(first, number, number % 500, number)).toList());
    }

    private static void capture(Case made, Role role, Path list) {
        Evidence sums = new Evidence(new SourceKind("DIGEST_LIST"), "root", list.toString());
        new CaptureSnapshot("host", role, "", List.of(sums), CatalogueFiles.NONE, CaptureOptions.standard()).run(made, Progress.NONE);
    }

    private void awaitCount(int changes) {
        String count = "%,d of %,d changes".formatted(changes, CHANGES);
        String all = "%,d changes".formatted(changes);
        workbench.await(count, () -> workbench.controls(Text.class).map(Text::getText)
                .filter(text -> text.startsWith(changes == CHANGES ? all : count)).findFirst());
    }

    private void filter(String text, int changes) {
        workbench.doOnUi(() -> workbench.controls(Text.class).filter(field -> Texts.of("changes.filter").equals(field.getMessage()))
                .findFirst().orElseThrow().setText(text));
        awaitCount(changes);
    }

    private void sort(String column, SortDirectionEnum direction, String first) {
        workbench.doOnUi(() -> {
            NatTable grid = workbench.grid("Differs in");
            grid.doCommand(new SortColumnCommand(grid, RunningWorkbench.column(grid, column), direction));
        });
        workbench.await("the list by " + column, () -> Optional.of(workbench.cells("Differs in", "#").getFirst()).filter(first::equals));
    }

    private void tag(Decision decision) {
        workbench.doOnUi(() -> {
            NatTable grid = workbench.grid("Differs in");
            grid.doCommand(new SelectRowsCommand(grid, 0, 3, false, false));
            ICommandService commands = workbench.service(ICommandService.class);
            try {
                workbench.service(IHandlerService.class).executeCommand(ParameterizedCommand.generateCommand(
                        commands.getCommand(Ids.TAG), Map.of(Ids.DECISION, decision.name())), null);
            } catch (CommandException e) {
                throw new IllegalStateException(e);
            }
        });
        workbench.settle();
    }

    private void captureTree() {
        workbench.onUi(() -> workbench.service(CaseWork.class).capture(workbench.service(OpenCase.class).current().orElseThrow(),
                new CaptureSnapshot("other", Role.SUSPECT, "", List.of(new Evidence(SourceKind.TREE, "C:", tree.toString())),
                        CatalogueFiles.NONE, CaptureOptions.standard())));
        workbench.settle();
    }

    /** How long, in milliseconds, the user interface was busy with itself at a time while each of these was done a second time. */
    Map<String, Long> longestPauses() {
        Map<String, Runnable> actions = new LinkedHashMap<>();
        actions.put("filter", () -> {
            filter("file-7", (int) IntStream.range(0, CHANGES).filter(number -> Integer.toString(number).startsWith("7")).count());
            filter("file-", CHANGES);
        });
        actions.put("sort", () -> {
            sort("#", SortDirectionEnum.DESC, Integer.toString(CHANGES));
            sort("#", SortDirectionEnum.ASC, "1");
        });
        actions.put("tag", () -> {
            tag(Decision.ACCEPT);
            tag(Decision.INVESTIGATE);
        });
        actions.put("capture", this::captureTree);
        Map<String, Long> longest = new LinkedHashMap<>();
        actions.forEach((name, action) -> {
            action.run();
            try (PauseProbe probe = new PauseProbe(workbench)) {
                action.run();
                longest.put(name, probe.longestMillis());
            }
        });
        return longest;
    }
}
