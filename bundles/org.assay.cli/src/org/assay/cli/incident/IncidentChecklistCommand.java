package org.assay.cli.incident;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.assay.app.Case;
import org.assay.app.incident.AddChecklist;
import org.assay.app.incident.ListChecklists;
import org.assay.cli.command.CommandOnCase;
import org.assay.cli.command.ExitCode;
import org.assay.cli.command.LineArguments;
import org.assay.cli.option.FormatOption;
import org.assay.cli.output.ListColumn;
import org.assay.cli.output.Listing;
import org.assay.model.incident.Checklist;
import org.assay.model.incident.IncidentEntry;
import org.assay.model.incident.PointState;
import org.assay.model.text.Labels;

/** {@code assay incident checklist}: how the points stand. */
@Command(name = "checklist", description = "List the points of the checklists: open, done or not applicable, by whom and when.",
        footer = {"", "Example:", "  assay incident checklist -c outbreak outbreak --open",
                "  assay incident checklist -c outbreak --add our-steps.toml"})
final class IncidentChecklistCommand extends CommandOnCase {

    @Mixin
    private FormatOption format;

    @Option(names = "--open", description = "Only the open points.")
    private boolean open;

    @Override
    protected void takeArguments(LineArguments line) {
        line.position(ListChecklists.NAME);
        line.option(AddChecklist.FILE);
    }

    @Override
    protected boolean onlyReads() {
        return line().values().find(AddChecklist.FILE).isEmpty();
    }

    @Override
    protected int run(Case openCase) {
        Optional<Path> added = line().values().find(AddChecklist.FILE);
        if (added.isPresent()) {
            Checklist checklist = new AddChecklist(added.get(), analyst()).run(openCase);
            assay().terminal().say("added: checklist " + checklist.name() + ", " + checklist.points().size() + " points");
            return ExitCode.OK;
        }
        List<Checklist.Standing> points = new ListChecklists(line().values().find(ListChecklists.NAME)).run(openCase).stream()
                .filter(one -> !open || one.state() == PointState.OPEN).toList();
        new Listing<>("points", Map.of(), List.of(
                ListColumn.<Checklist.Standing>fixed("checklist", "Checklist", row -> row.checklist().name()),
                ListColumn.<Checklist.Standing>fixed("point", "Point", row -> row.point().id()),
                ListColumn.<Checklist.Standing>fixed("phase", "Phase", row -> Labels.of(row.point().phase())),
                ListColumn.<Checklist.Standing>fixed("state", "State", row -> Labels.of(row.state())),
                ListColumn.<Checklist.Standing>fixed("author", "By", row -> row.by().map(entry -> entry.content().author()).orElse("")),
                ListColumn.<Checklist.Standing>fixed("when", "When", row -> row.by()
                        .<Object>map(entry -> entry.content().happened()).orElse("")),
                ListColumn.<Checklist.Standing>elastic("says", "What is so when it is done", row -> row.point().text()),
                ListColumn.<Checklist.Standing>exact("ask", row -> row.point().ask()),
                ListColumn.<Checklist.Standing>exact("entry", row -> row.by().map(IncidentEntry::number).map(String::valueOf).orElse("")),
                ListColumn.<Checklist.Standing>exact("note", row -> row.by().map(entry -> entry.content().text()).orElse(""))), points)
                .print(format.format(), assay().terminal());
        return ExitCode.OK;
    }
}
