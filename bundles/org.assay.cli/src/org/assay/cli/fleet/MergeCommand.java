package org.assay.cli.fleet;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import org.assay.app.Case;
import org.assay.app.fleet.MergeCase;
import org.assay.app.fleet.MergeCase.Side;
import org.assay.cli.command.ExitCode;
import org.assay.cli.command.Program;
import org.assay.cli.command.Watch;
import org.assay.cli.option.ExaminerOption;
import org.assay.cli.option.FormatOption;
import org.assay.cli.output.ListColumn;
import org.assay.cli.output.Listing;
import org.assay.model.change.MergeOutcome;
import org.assay.model.change.TagConflict;

/** {@code assay case merge}: takes another case into this one. */
@Command(name = "merge", description = {"Take the hosts, snapshots, comparisons and tags of another case into this one, all"
        + " or nothing, once"
        + " it is checked against its digests and seals. What both have is there once; seals stay with the case that they are in.",
        "Tags that disagree are listed with both authors, and nothing is merged (exit code 1) until it is said which are taken."},
        footer = {"", "Example:", "  assay case merge outbreak team-two", "  assay case merge outbreak team-two --theirs 2,5 --take ours"})
public final class MergeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "CASE", description = "The case that the other is taken into.")
    private Path file;

    @Parameters(index = "1", paramLabel = "OTHER", description = "The case to take; it stays as it is.")
    private Path other;

    @Option(names = "--ours", paramLabel = "N", split = ",", description = "The numbers of conflicts of which the tag here stays.")
    private Set<Integer> ours = Set.of();

    @Option(names = "--theirs", paramLabel = "N", split = ",", description = "The numbers of conflicts of which the other's tag is taken.")
    private Set<Integer> theirs = Set.of();

    @Option(names = "--take", paramLabel = "SIDE", description = "Whose tags are taken of all other conflicts: ours or theirs.")
    private Optional<Side> rest = Optional.empty();

    @Option(names = "--wait", paramLabel = "SECONDS", defaultValue = Program.WAIT_SECONDS, description = Program.WAIT)
    private int waitSeconds;

    @Mixin
    private ExaminerOption examiner;

    @Mixin
    private FormatOption format;

    @Override
    public Integer call() {
        Program assay = (Program) spec.root().userObject();
        MergeCase merge = new MergeCase(ours, theirs, rest);
        try (Case openCase = Case.open(file, assay.waiting(waitSeconds), examiner.name());
                Case taken = Case.openToRead(other, assay.waiting(waitSeconds), examiner.name())) {
            List<TagConflict> undecided = merge.undecided(openCase, taken);
            if (!undecided.isEmpty()) {
                listing(undecided).print(format.format(), assay.terminal());
                assay.terminal().warn("nothing is merged: " + undecided.size() + " tags disagree; say which are taken with"
                        + " --ours, --theirs or"
                        + " --take");
                return ExitCode.DIFFERENT;
            }
            MergeOutcome outcome;
            try (Watch watch = assay.watch()) {
                outcome = merge.run(openCase, taken, watch.progress());
            }
            assay.terminal().say("merged: " + outcome.snapshots().size() + " snapshots, " + outcome.comparisons().size() + " comparisons, "
                    + outcome.tags() + " tags, " + outcome.entries() + " entries of the incident's log; " + outcome.known()
                    + " snapshots were here already");
            outcome.leftOut().forEach(what -> assay.terminal().warn("left out: " + what));
            return outcome.leftOut().isEmpty() ? ExitCode.OK : ExitCode.GAPS;
        }
    }

    private static Listing<TagConflict> listing(List<TagConflict> conflicts) {
        return new Listing<>("conflicts", Map.of(), List.of(
                ListColumn.<TagConflict>fixed("number", "No", TagConflict::number),
                ListColumn.<TagConflict>fixed("host", "Host", row -> row.ours().host()),
                ListColumn.<TagConflict>elastic("location", "Location", row -> row.ours().location().text()),
                ListColumn.<TagConflict>fixed("ours", "Ours", row -> row.ours().decision().name()),
                ListColumn.<TagConflict>fixed("our_analyst", "By", row -> row.ours().analyst()),
                ListColumn.<TagConflict>exact("our_time", row -> row.ours().decided().toString()),
                ListColumn.<TagConflict>exact("our_note", row -> row.ours().note()),
                ListColumn.<TagConflict>fixed("theirs", "Theirs", row -> row.theirs().decision().name()),
                ListColumn.<TagConflict>fixed("their_analyst", "By", row -> row.theirs().analyst()),
                ListColumn.<TagConflict>exact("their_time", row -> row.theirs().decided().toString()),
                ListColumn.<TagConflict>exact("their_note", row -> row.theirs().note())), conflicts);
    }
}
