package org.assay.remedy;

import static org.assay.remedy.Tree.place;
import static org.assay.testkit.Items.file;
import static org.assay.testkit.Items.sha256;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.assay.model.Location;
import org.assay.model.item.FileDetails;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.FileTimes;
import org.assay.remedy.plan.Action;
import org.assay.remedy.plan.Step;
import org.assay.testkit.Programs;

/** Steps about real files whose names a shell would obey. */
final class HostileSteps {

    private HostileSteps() {
    }

    private static void add(List<Step> steps, Action action) {
        steps.add(new Step(steps.size() + 1, action, "because"));
    }

    /** Lays a copy of the baseline's file into the folder {@code gold}. */
    static void gold(Path folder, String content) throws IOException {
        Files.createDirectories(folder.resolve("gold"));
        Files.writeString(folder.resolve("gold").resolve(sha256(content).hex()), content);
    }

    static FileItem item(FileKind kind, Location location, String target) {
        return new FileItem(location, kind, 0, FileTimes.modifiedAt(Instant.EPOCH), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), kind == FileKind.LINK ? Optional.of(target) : Optional.empty(), FileDetails.NONE);
    }

    static void link(Tree tree, String target, String... names) throws IOException {
        Programs.run(tree.path(names).getParent(), "ln", "-s", "--", target, tree.path(names).toString());
        assumeTrue(Files.isSymbolicLink(tree.path(names)), "a link to " + target + " can be made");
    }

    /** Everything that a plan can hold about files, each with a hostile name; the gold copies are laid in {@code folder}. */
    static List<Step> everything(Tree tree, Path folder) throws IOException {
        List<Step> steps = new ArrayList<>();
        String odd = "o'd %s\\041\n$(touch pwned)`x`;&\u202e*";
        tree.file("bad", odd, "changed");
        gold(folder, "good");
        add(steps, new Action.RestoreFile(1, file(place("", odd, "changed"), "good"), Optional.of(file(place("", odd, "changed"), "bad"))));
        tree.file("worm", odd, "taken");
        add(steps, new Action.Quarantine(2, file(place("", odd, "taken"), "worm")));
        add(steps, new Action.RestoreFile(2, file(place("", odd, "taken"), "good"), Optional.empty()));
        add(steps, new Action.RestoreFile(3, item(FileKind.DIRECTORY, place("", odd, "made"), ""), Optional.empty()));
        add(steps, new Action.RestoreFile(4, file(place("", odd, "made", odd), "good"), Optional.empty()));
        link(tree, "/evil " + odd, odd, "link");
        add(steps, new Action.RestoreFile(5, item(FileKind.LINK, place("", odd, "link"), "-good\n" + odd),
                Optional.of(item(FileKind.LINK, place("", odd, "link"), "/evil " + odd))));
        tree.file("here", "elsewhere", odd);
        add(steps, new Action.MoveBack(6, file(place("", odd, "home"), "here"), file(place("", "elsewhere", odd), "here")));
        Files.createDirectories(tree.path("evil", "deep " + odd));
        link(tree, "/added", "evil", "link");
        add(steps, new Action.Quarantine(7, item(FileKind.LINK, place("", "evil", "link"), "/added")));
        add(steps, new Action.Quarantine(8, item(FileKind.DIRECTORY, place("", "evil", "deep " + odd), "")));
        add(steps, new Action.Quarantine(9, item(FileKind.DIRECTORY, place("", "evil"), "")));
        return steps;
    }
}
