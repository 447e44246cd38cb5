package org.assay.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import org.assay.app.Case;
import org.assay.app.ListChanges;
import org.assay.app.VerifyRemediation;
import org.assay.app.verify.CheckOutcome;
import org.assay.app.verify.CheckedDecision;
import org.assay.app.verify.RemediationCheck;
import org.assay.cli.command.CommandOnCase;
import org.assay.cli.command.ExitCode;
import org.assay.cli.command.GapNotice;
import org.assay.cli.command.LineArguments;
import org.assay.cli.command.Watch;
import org.assay.cli.option.FormatOption;
import org.assay.cli.output.Colour;
import org.assay.cli.output.ListColumn;
import org.assay.cli.output.Listing;
import org.assay.cli.output.Terminal;
import org.assay.model.change.Change;
import org.assay.model.text.Labels;

/** {@code assay verify-remediation}: checks against a later snapshot whether what was decided has been done. */
@Command(name = "verify-remediation", description = {"Check against a later snapshot of the machine whether what was decided has been done:"
        + " what is resolved, remains, came back, changed again or cannot be determined, and what is new since.",
        "Exit code 0: all is resolved, and nothing new is above LOW. 1: something is not. 2: something cannot be determined."},
        footer = {"", "Example:", "  assay capture -c outbreak --host PC17 --role verification --tree C=/mnt/pc17",
            "  assay verify-remediation -c outbreak --log /mnt/quarantine/remedy-log.txt"})
final class VerifyRemediationCommand extends CommandOnCase {

    private static final int SHOWN = 20;

    @Mixin
    private FormatOption format;

    /** A row: a decision, or what is new. */
    private record Row(String outcome, int change, String decision, String location, List<String> components, String detail) {
    }

    @Override
    protected void takeArguments(LineArguments line) {
        line.option(ListChanges.COMPARISON);
        line.option(VerifyRemediation.SNAPSHOT);
        line.option(VerifyRemediation.LOGS);
        line.option(VerifyRemediation.REPORT);
    }

    @Override
    protected int run(Case openCase) {
        long decided = comparison(openCase);
        long snapshot = line().values().find(VerifyRemediation.SNAPSHOT).orElseGet(() -> VerifyRemediation.lastSnapshot(openCase, decided));
        VerifyRemediation.Outcome outcome;
        try (Watch watch = assay().watch()) {
            outcome = new VerifyRemediation(decided, snapshot, line().values().get(VerifyRemediation.LOGS)).run(openCase, watch.progress());
        }
        line().values().find(VerifyRemediation.REPORT).ifPresent(outcome::writeReport);
        print(outcome);
        GapNotice.ofComparison(assay().terminal(), outcome.later().gaps());
        RemediationCheck check = outcome.check();
        return ExitCode.ofComparison(!check.isClean(), check.count(CheckOutcome.UNKNOWN) > 0);
    }

    private void print(VerifyRemediation.Outcome outcome) {
        RemediationCheck check = outcome.check();
        Terminal terminal = assay().terminal();
        boolean table = format.isTable();
        if (table) {
            terminal.say("decisions of comparison " + outcome.decided().comparison().id() + " in snapshot " + outcome.later().suspect().id()
                    + ": " + counts(check));
        }
        List<Row> rows = new ArrayList<>(check.decisions().stream()
                .filter(decision -> !table || decision.outcome() != CheckOutcome.RESOLVED).map(VerifyRemediationCommand::row).toList());
        List<Change> fresh = table ? check.severe() : check.fresh();
        fresh.stream().limit(table ? SHOWN : Integer.MAX_VALUE).map(VerifyRemediationCommand::row).forEach(rows::add);
        if (!table || !rows.isEmpty()) {
            listing(outcome, rows).print(format.format(), terminal);
        }
        if (table) {
            said(outcome).ifPresent(terminal::say);
            terminal.say(check.isClean() ? "clean: everything is as in the baseline where it was decided on, and nothing severe is new"
                    : "not clean");
        }
    }

    private static String counts(RemediationCheck check) {
        return Arrays.stream(CheckOutcome.values()).filter(outcome -> check.count(outcome) > 0 || outcome == CheckOutcome.RESOLVED)
                .map(outcome -> check.count(outcome) + " " + outcome.word()).collect(Collectors.joining(", "))
                + "; " + check.fresh().size() + " new since, " + check.severe().size() + " of them above LOW";
    }

    private static Optional<String> said(VerifyRemediation.Outcome outcome) {
        int severe = outcome.check().severe().size();
        return outcome.check().fresh().isEmpty() ? Optional.empty()
                : Optional.of((severe > SHOWN ? severe - SHOWN + " more are new; " : "") + "'assay changes --comparison "
                        + outcome.later().comparison().id() + "' lists everything that differs from the baseline now");
    }

    private static Row row(CheckedDecision checked) {
        Change change = checked.decided().change();
        return new Row(checked.outcome().word(), change.number(), checked.decided().tag().orElseThrow().decision().name(),
                change.location().text(), change.location().components(), checked.sentence());
    }

    private static Row row(Change change) {
        return new Row("new", change.number(), "", change.location().text(), change.location().components(),
                change.severity() + " " + Labels.of(change.kind()) + change.findings().stream().findFirst()
                        .map(finding -> ": " + finding.sentence()).orElse(""));
    }

    private static Listing<Row> listing(VerifyRemediation.Outcome outcome, List<Row> rows) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("comparison", outcome.decided().comparison().id());
        facts.put("snapshot", outcome.later().suspect().id());
        facts.put("later_comparison", outcome.later().comparison().id());
        facts.put("clean", outcome.check().isClean());
        return new Listing<>("decisions", facts, List.of(
                ListColumn.<Row>fixed("outcome", "Outcome", Row::outcome),
                ListColumn.<Row>fixed("change", "Change", Row::change),
                ListColumn.<Row>fixed("decision", "Decision", Row::decision),
                ListColumn.<Row>elastic("location", "Location", Row::location),
                ListColumn.<Row>exact("components", Row::components),
                new ListColumn<Row>("detail", "Detail", Row::detail, _ -> Colour.NONE, ListColumn.Cut.END)), rows);
    }
}
