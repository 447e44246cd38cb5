package org.assay.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

import org.assay.app.VerifyRemediation;
import org.assay.app.verify.ScriptLog;
import org.assay.app.verify.ScriptLog.Entry;
import org.assay.app.verify.ScriptLog.Run;
import org.assay.cli.command.ExitCode;
import org.assay.cli.option.CommandGroup;
import org.assay.cli.option.FormatOption;
import org.assay.cli.output.Colour;
import org.assay.cli.output.ListColumn;
import org.assay.cli.output.Listing;
import org.assay.cli.remedy.OfflineCommand;

/** {@code assay remedy}: carries out an export on mounted disks, and reads what was done. */
@Command(name = "remedy", description = "Carry out an export on mounted disks, and read what it or a script of it wrote about what it did.",
        subcommands = OfflineCommand.class,
        footer = {"", "Example:", "  assay remedy log /mnt/quarantine/remedy-log.txt"})
final class RemedyCommand extends CommandGroup {

    @ParentCommand
    private AssayCommand assay;

    /** A step of a run. */
    private record Row(int run, Entry entry) {
    }

    RemedyCommand() {
        super("log or offline");
    }

    @Command(name = "log", description = {"List what a script of an export says it did, run by run. The log lay on the examined machine:"
            + " verify-remediation tells what is so.", "Exit code 1: the last run left something as it was, or did not come to its end."},
            footer = {"", "Example:", "  assay remedy log /mnt/quarantine/remedy-log.txt"})
    int log(@Parameters(paramLabel = "FILE", description = "remedy-log.txt of a script.") Path file, @Mixin FormatOption format) {
        ScriptLog log = VerifyRemediation.readLog(file);
        List<Run> runs = log.runs();
        List<Row> rows = new ArrayList<>();
        for (int at = 0; at < runs.size(); at++) {
            int number = at + 1;
            runs.get(at).entries().forEach(entry -> rows.add(new Row(number, entry)));
        }
        if (format.isTable()) {
            for (int at = 0; at < runs.size(); at++) {
                assay.terminal().say("run " + (at + 1) + ": " + said(runs.get(at)));
            }
        }
        if (!rows.isEmpty() || !format.isTable()) {
            listing(file, rows).print(format.format(), assay.terminal());
        }
        if (log.otherLines() > 0) {
            assay.terminal().warn(log.otherLines() + " lines are none that a script of Assay writes and were left out");
        }
        return runs.isEmpty() || !runs.getLast().ended() || count(runs.getLast(), "left") > 0 ? ExitCode.DIFFERENT : ExitCode.OK;
    }

    private static String said(Run run) {
        return run.started() + " on " + run.host() + (run.undo() ? ", taking back" : "") + ", plan " + run.plan() + ": "
                + count(run, "done") + " done, " + count(run, "already") + " done earlier, " + count(run, "absent") + " not there, "
                + count(run, "left") + " left" + (run.ended() ? "" : "; it did not come to its end");
    }

    private static long count(Run run, String result) {
        return run.entries().stream().filter(entry -> entry.result().equals(result)).count();
    }

    private static Listing<Row> listing(Path file, List<Row> rows) {
        return new Listing<>("steps", Map.of("file", file.toString()), List.of(
                ListColumn.<Row>fixed("run", "Run", Row::run),
                ListColumn.<Row>fixed("time", "Time", row -> row.entry().time()),
                ListColumn.<Row>fixed("result", "Result", row -> row.entry().result()),
                ListColumn.<Row>fixed("step", "Step", row -> row.entry().step()),
                ListColumn.<Row>fixed("change", "Change", row -> row.entry().change()),
                ListColumn.<Row>fixed("tree", "Tree", row -> row.entry().tree()),
                ListColumn.<Row>elastic("path", "Path", row -> row.entry().path()),
                new ListColumn<Row>("said", "Said", row -> row.entry().text(), _ -> Colour.NONE, ListColumn.Cut.END)), rows);
    }
}
