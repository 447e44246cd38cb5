package org.assay.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.assay.app.Case;
import org.assay.app.custody.VerifyCustody;
import org.assay.cli.command.CommandOnCase;
import org.assay.cli.command.ExitCode;
import org.assay.cli.option.FormatOption;
import org.assay.cli.output.ListColumn;
import org.assay.cli.output.Listing;
import org.assay.model.custody.CustodyEntry;
import org.assay.model.custody.LogHead;

/** {@code assay custody}: lists what was done to the case, or checks that record. */
@Command(name = "custody", description = "List the custody log: everything that was done to the case, when and by whom.",
        footer = {"", "Example:", "  assay custody -c outbreak", "  assay custody -c outbreak --verify",
                "  assay custody -c outbreak --verify --head 12:3f2a-9c01-77de-b0c4-1a2b-3c4d-5e6f-7081"})
final class CustodyCommand extends CommandOnCase {

    @Mixin
    private FormatOption format;

    @Option(names = "--verify", description = "Check that no entry was altered or is missing and that the case holds what they say."
            + " Exit code 3, with the first entry that does not fit, when not.")
    private boolean verify;

    @Option(names = "--head", paramLabel = "HEAD", description = "What was written down of the end of the log, which must be in it; implies"
            + " --verify.")
    private Optional<String> head;

    @Override
    protected boolean onlyReads() {
        return true;
    }

    @Override
    protected int run(Case openCase) {
        if (verify || head.isPresent()) {
            return verified(new VerifyCustody(head).run(openCase));
        }
        LogHead end = openCase.logHead();
        new Listing<>("entries", Map.of("file", openCase.file().toString(), "head_entries", end.entries(), "head_sha256",
                end.sha256().hex()), columns(), openCase.custody()).print(format.format(), assay().terminal());
        if (format.isTable()) {
            assay().terminal().say("the log ends with " + end.shortText());
        }
        return ExitCode.OK;
    }

    private int verified(VerifyCustody.Outcome outcome) {
        if (outcome.passed()) {
            assay().terminal().say(outcome.text());
            return ExitCode.OK;
        }
        assay().terminal().warn("assay: " + outcome.text());
        return ExitCode.FAILED;
    }

    private static List<ListColumn<CustodyEntry>> columns() {
        return List.of(ListColumn.<CustodyEntry>fixed("number", "No", CustodyEntry::number),
                ListColumn.<CustodyEntry>fixed("written", "Written", CustodyEntry::written),
                ListColumn.<CustodyEntry>exact("action", row -> row.action().name()),
                ListColumn.<CustodyEntry>tabled("What", row -> row.action().label()),
                ListColumn.<CustodyEntry>fixed("subject", "Of", row -> row.subject().text()),
                ListColumn.<CustodyEntry>exact("subject_sha256", row -> row.subject().sha256().map(Object::toString).orElse("")),
                ListColumn.<CustodyEntry>elastic("result", "Result", CustodyEntry::result),
                ListColumn.<CustodyEntry>fixed("examiner", "Examiner", row -> row.operator().examiner()),
                ListColumn.<CustodyEntry>fixed("user", "User", row -> row.operator().user()),
                ListColumn.<CustodyEntry>fixed("machine", "Machine", row -> row.operator().machine()),
                ListColumn.<CustodyEntry>exact("tool_version", CustodyEntry::toolVersion),
                ListColumn.<CustodyEntry>exact("previous_sha256", row -> row.previous().hex()),
                ListColumn.<CustodyEntry>exact("sha256", row -> row.sha256().hex()));
    }
}
