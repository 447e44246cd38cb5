package org.assay.cli.fleet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import org.assay.app.fleet.FleetAnswers;
import org.assay.cli.output.Colour;
import org.assay.cli.output.ListColumn;
import org.assay.cli.output.Listing;
import org.assay.model.Severity;
import org.assay.model.change.ChangeKind;
import org.assay.model.fleet.Fleet;
import org.assay.model.fleet.FleetChange;
import org.assay.model.fleet.HostSet;
import org.assay.model.fleet.LookAlikes;
import org.assay.model.snapshot.Glob;
import org.assay.model.text.Labels;

/** {@code assay fleet changes}: every distinct change with the hosts that have it. */
@Command(name = "changes", description = "List every distinct change of the fleet, the same place, kind and content, with"
        + " the hosts that have"
        + " it, most severe first. A host of which nothing is known there is counted apart: whether it has it is unknown.",
        footer = {"", "Example:", "  assay fleet changes -c outbreak --severity medium --on 3-29",
                "  assay fleet changes -c outbreak --alike"})
final class FleetChangesCommand extends CommandOnFleet {

    private static final Pattern RANGE = Pattern.compile("(\\d{0,6})(-?)(\\d{0,6})");

    @Option(names = "--severity", paramLabel = "SEVERITY", description = "Only what is at least so severe: high, medium, low or info.")
    private Optional<Severity> severity;

    @Option(names = "--kind", paramLabel = "KIND", split = ",", description = "Only these kinds: added, removed, modified, moved.")
    private List<ChangeKind> kinds = List.of();

    @Option(names = "--on", paramLabel = "FROM-TO", description = "Only what so many hosts have, as 3-29, 3- or 1.")
    private Optional<String> prevalence;

    @Option(names = "--glob", paramLabel = "GLOB", description = "Only at locations that match: * within a name, ** anything, ? one"
            + " character.")
    private Optional<String> glob;

    @Option(names = "--alike", description = "List groups of changes that look as if one hand made them: the same content under other"
            + " names, the same name with other content, new names of one pattern in one folder.")
    private boolean alike;

    /** From how many to how many hosts. */
    private record Range(int from, int to) {
    }

    @Override
    protected void check() {
        range();
    }

    private Range range() {
        if (prevalence.isEmpty()) {
            return new Range(0, Integer.MAX_VALUE);
        }
        Matcher written = RANGE.matcher(prevalence.get().strip());
        if (!written.matches() || written.group(1).isEmpty() && written.group(3).isEmpty()) {
            throw line().refusal("--on takes a number of hosts or two with a hyphen between, as 3-29, not " + prevalence.get());
        }
        int from = written.group(1).isEmpty() ? 0 : Integer.parseInt(written.group(1));
        return new Range(from, !written.group(3).isEmpty() ? Integer.parseInt(written.group(3))
                : written.group(2).isEmpty() ? from : Integer.MAX_VALUE);
    }

    @Override
    void answer(Fleet fleet) {
        Range range = range();
        Optional<Glob> places = glob.map(Glob::new);
        List<FleetChange> rows = fleet.changes().stream()
                .filter(change -> severity.filter(least -> change.severity().compareTo(least) < 0).isEmpty())
                .filter(change -> kinds.isEmpty() || kinds.contains(change.kind()))
                .filter(change -> change.hosts().count() >= range.from() && change.hosts().count() <= range.to())
                .filter(change -> places.filter(one -> !one.matches(change.location())).isEmpty())
                .sorted(Fleet.MOST_SEVERE_FIRST).toList();
        List<LookAlikes> groups = FleetAnswers.lookAlikes(fleet);
        if (alike) {
            listing(fleet, groups.stream().filter(group -> group.changes().stream().anyMatch(rows::contains)).toList());
        } else {
            listing(fleet, rows, groups);
        }
    }

    private void listing(Fleet fleet, List<FleetChange> rows, List<LookAlikes> groups) {
        Map<Integer, List<String>> alikes = new HashMap<>();
        groups.forEach(group -> group.changes().forEach(change -> alikes.computeIfAbsent(change.number(), _ -> new ArrayList<>(1))
                .add(Labels.of(group.alike()))));
        if (format().isTable()) {
            assay().terminal().say(rows.size() + " of " + fleet.changes().size() + " distinct changes on " + fleet.compared().count()
                    + " of " + fleet.hosts().size() + " hosts");
        }
        new Listing<>("changes", facts(fleet), List.of(
                ListColumn.<FleetChange>fixed("number", "No", FleetChange::number),
                ListColumn.<FleetChange>fixed("severity", "Severity", row -> row.severity().name())
                        .painted(row -> Colour.of(row.severity())),
                ListColumn.<FleetChange>fixed("change", "Change", row -> row.kind().name()).painted(row -> Colour.of(row.kind())),
                ListColumn.<FleetChange>tabled("Hosts", row -> row.hosts().count() + " of " + fleet.compared().count()
                        + untold(fleet, row)),
                ListColumn.<FleetChange>exact("host_count", row -> row.hosts().count()),
                ListColumn.<FleetChange>exact("hosts", row -> fleet.names(row.hosts())),
                ListColumn.<FleetChange>exact("cannot_tell", row -> fleet.names(cannotTell(fleet, row))),
                ListColumn.<FleetChange>elastic("location", "Location", row -> row.location().text()),
                ListColumn.<FleetChange>exact("space", row -> row.location().space().name()),
                ListColumn.<FleetChange>exact("components", row -> row.location().components()),
                ListColumn.<FleetChange>exact("content_form", row -> row.content().form().name()),
                ListColumn.<FleetChange>exact("content", row -> row.content().bytes().hex()),
                ListColumn.<FleetChange>fixed("first_time", "First time", row -> row.firstTime().map(String::valueOf).orElse("")),
                ListColumn.<FleetChange>exact("first_captured", row -> row.firstCaptured().toString()),
                ListColumn.<FleetChange>fixed("tags", "Tags", FleetChangesCommand::tags),
                ListColumn.<FleetChange>exact("mark", FleetChange::isMark),
                ListColumn.<FleetChange>exact("explained", FleetChange::explained),
                ListColumn.<FleetChange>exact("findings", row -> List.copyOf(row.findings())),
                ListColumn.<FleetChange>exact("alike", row -> alikes.getOrDefault(row.number(), List.of())),
                ListColumn.<FleetChange>tabled("Alike", row -> alikes.getOrDefault(row.number(), List.of()).stream().distinct().toList())),
                rows).print(format().format(), assay().terminal());
    }

    private static Map<String, Object> facts(Fleet fleet) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("fleet_hosts", fleet.hosts().size());
        facts.put("compared_hosts", fleet.compared().count());
        return facts;
    }

    private static HostSet cannotTell(Fleet fleet, FleetChange row) {
        return fleet.cannotTell(row.location()).without(row.hosts());
    }

    private static String untold(Fleet fleet, FleetChange row) {
        int untold = cannotTell(fleet, row).and(fleet.compared()).count();
        return untold == 0 ? "" : ", " + untold + " unknown";
    }

    /** Decisions with the number of hosts on which each holds, where that is not all that have it. */
    private static List<String> tags(FleetChange row) {
        return row.tags().entrySet().stream().map(tag -> tag.getKey().name()
                + (tag.getValue().count() < row.hosts().count() ? " on " + tag.getValue().count() : "")).toList();
    }

    private void listing(Fleet fleet, List<LookAlikes> groups) {
        new Listing<>("look_alikes", facts(fleet), List.of(
                ListColumn.<LookAlikes>fixed("alike", "Alike in", group -> Labels.of(group.alike())),
                ListColumn.<LookAlikes>fixed("host_count", "Hosts", group -> group.hosts().count()),
                ListColumn.<LookAlikes>fixed("change_count", "Changes", group -> group.changes().size()),
                ListColumn.<LookAlikes>exact("hosts", group -> fleet.names(group.hosts())),
                ListColumn.<LookAlikes>exact("what", LookAlikes::what),
                ListColumn.<LookAlikes>exact("changes", group -> group.changes().stream().map(change -> String.valueOf(change.number()))
                        .toList()),
                ListColumn.<LookAlikes>exact("locations", group -> group.changes().stream().map(change -> change.location().text())
                        .distinct().toList()),
                ListColumn.<LookAlikes>elastic("", "First", group -> group.changes().getFirst().location().text()),
                ListColumn.<LookAlikes>tabled("What", LookAlikes::what)), groups).print(format().format(), assay().terminal());
    }
}
