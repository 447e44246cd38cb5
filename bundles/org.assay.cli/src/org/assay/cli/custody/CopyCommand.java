package org.assay.cli.custody;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import org.assay.app.Case;
import org.assay.app.custody.CopyCase;
import org.assay.cli.command.ExitCode;
import org.assay.cli.command.Program;
import org.assay.cli.command.Watch;
import org.assay.cli.option.ExaminerOption;
import org.assay.model.casefile.SnapshotDependents;
import org.assay.model.custody.PartialCopy;

/** {@code assay case copy}: a part of a case, to be handed over. */
@Command(name = "copy", description = {"Verify a case and make a copy that holds some of its snapshots, with the comparisons among them,"
        + " their seals, their kept files and the tags on their hosts. Numbers stay, so the seals hold in the copy, too.",
        "The custody log and the incident's go along as a whole: they name what is left out, and hold nothing else of it."},
        footer = {"", "Example:", "  assay case copy outbreak outbreak-pc17 --snapshots 1,4", "  assay case pack outbreak-pc17 --out"
                + " pc17.assay --to bert.pem"})
public final class CopyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "CASE", description = "The case. Its custody log notes the copy.")
    private Path file;

    @Parameters(index = "1", paramLabel = "NEW", description = "The case file to create; .mv.db is added to its name.")
    private Path target;

    @Option(names = "--snapshots", required = true, paramLabel = "N", split = ",", description = "The snapshots that the copy holds.")
    private List<Long> snapshots;

    @Option(names = "--wait", paramLabel = "SECONDS", defaultValue = Program.WAIT_SECONDS, description = Program.WAIT)
    private int waitSeconds;

    @Mixin
    private ExaminerOption examiner;

    @Override
    public Integer call() {
        Program assay = (Program) spec.root().userObject();
        PartialCopy copy;
        try (Case openCase = Case.open(file, assay.waiting(waitSeconds), examiner.name()); Watch watch = assay.watch()) {
            copy = CopyCase.of(snapshots, target).run(openCase, watch.progress());
        }
        assay.terminal().say("copied to " + target);
        assay.terminal().say("it has the digest " + copy.digest().digest().shortText() + "; its custody log ends with "
                + copy.head().shortText());
        for (SnapshotDependents out : copy.leftOut()) {
            assay.terminal().say("left out: snapshot " + out.snapshot() + ", with " + out.comparisons().size() + " comparisons, "
                    + out.seals().size() + " seals and " + out.tags() + " tags");
        }
        if (copy.leftOut().isEmpty()) {
            assay.terminal().say("nothing is left out");
        }
        return ExitCode.OK;
    }
}
