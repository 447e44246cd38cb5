package org.assay.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.assay.app.Case;
import org.assay.app.ListChanges;
import org.assay.app.ListLeads;
import org.assay.cli.command.CommandOnCase;
import org.assay.cli.command.ExitCode;
import org.assay.cli.command.GapNotice;
import org.assay.cli.command.LineArguments;
import org.assay.cli.command.Watch;
import org.assay.cli.option.FormatOption;
import org.assay.cli.output.ListColumn;
import org.assay.cli.output.Listing;
import org.assay.cli.output.Terminal;
import org.assay.model.change.Change;
import org.assay.model.change.Lead;

/** {@code assay leads}: tells what to follow in a comparison. */
@Command(name = "leads",
        description = "Tell what to follow in a comparison: the changes that matter, those that belong together as one, most"
        + " severe first.",
        footer = {"", "Example:", "  assay leads -c outbreak", "  assay leads -c outbreak --first 5"})
final class LeadsCommand extends CommandOnCase {

    @Mixin
    private FormatOption format;

    @Option(names = "--first", paramLabel = "N", defaultValue = "20",
            description = "In a table, how many to tell; 20 unless told otherwise.")
    private int first;

    @Override
    protected void takeArguments(LineArguments line) {
        line.option(ListChanges.COMPARISON);
    }

    @Override
    protected boolean onlyReads() {
        return true;
    }

    @Override
    protected int run(Case openCase) {
        ListLeads.Outcome found;
        try (Watch watch = assay().watch()) {
            found = new ListLeads(comparison(openCase)).run(openCase, watch.progress());
        }
        if (format.isTable()) {
            describe(found.leads());
        } else {
            listing(found.leads(), found.startup().comparison().id()).print(format.format(), assay().terminal());
        }
        GapNotice.ofComparison(assay().terminal(), found.startup().gaps());
        return ExitCode.ofComparison(!found.startup().comparison().counts().isEmpty(), !found.startup().gaps().isEmpty());
    }

    private void describe(List<Lead> leads) {
        Terminal terminal = assay().terminal();
        terminal.say(leads.isEmpty() ? "no leads: no change is above LOW and unexplained" : leads.size() == 1 ? "1 lead"
                : String.format(Locale.ROOT, "%,d leads", leads.size()));
        for (Lead lead : leads.subList(0, Math.min(Math.max(first, 0), leads.size()))) {
            terminal.say("");
            terminal.say(String.format(Locale.ROOT, "%s  score %,d  %s", lead.severity(), lead.score(), numbers(lead)));
            lead.story().forEach(sentence -> terminal.say("  " + sentence));
        }
        if (leads.size() > first) {
            terminal.say("");
            terminal.say(String.format(Locale.ROOT, "%,d more: --first %d tells all", leads.size() - Math.max(first, 0), leads.size()));
        }
    }

    private static String numbers(Lead lead) {
        List<Integer> numbers = lead.changes().stream().map(Change::number).toList();
        String shown = String.join(", ", numbers.stream().limit(20).map(String::valueOf).toList());
        return (numbers.size() == 1 ? "change " : "changes ") + shown
                + (numbers.size() > 20 ? " and " + (numbers.size() - 20) + " more" : "");
    }

    private static Listing<Lead> listing(List<Lead> leads, long comparison) {
        return new Listing<>("leads", Map.of("comparison", comparison), List.of(
                ListColumn.<Lead>fixed("severity", "Severity", lead -> lead.severity().name()),
                ListColumn.<Lead>fixed("score", "Score", Lead::score),
                ListColumn.<Lead>fixed("changes", "Changes", lead -> lead.changes().stream().map(Change::number).toList()),
                ListColumn.<Lead>exact("locations", lead -> lead.changes().stream().map(change -> change.location().text()).toList()),
                ListColumn.<Lead>exact("story", Lead::story)), leads);
    }
}
