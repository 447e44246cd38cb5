package org.assay.cli.fleet;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import picocli.CommandLine.Command;

import org.assay.app.fleet.FleetAnswers;
import org.assay.cli.output.Colour;
import org.assay.cli.output.Format;
import org.assay.cli.output.ListColumn;
import org.assay.cli.output.Listing;
import org.assay.cli.output.Terminal;
import org.assay.model.fleet.Fleet;
import org.assay.model.fleet.FleetHosts;
import org.assay.model.fleet.HostAnswer;
import org.assay.model.fleet.HostComparison;
import org.assay.model.fleet.HostState;
import org.assay.model.fleet.Neighbour;
import org.assay.model.fleet.Variant;
import org.assay.model.text.Labels;

/** {@code assay fleet hosts}: which hosts are infected. */
@Command(name = "hosts", description = "List every host: infected, partly infected, clean or not judged; the marks that it"
        + " carries, its place"
        + " in the order of infection by its earliest trace, and the host that is most like it. A mark is a change that is"
        + " tagged quarantine"
        + " or repair on a host, or one of severity HIGH that is neither explained nor accepted.",
        footer = {"", "Example:", "  assay fleet hosts -c outbreak", "  assay fleet hosts -c outbreak --groups groups.csv --group sales"})
final class FleetHostsCommand extends CommandOnFleet {

    @Override
    void answer(Fleet fleet) {
        print(assay().terminal(), format().format(), fleet, FleetAnswers.hosts(fleet));
    }

    static void print(Terminal terminal, Format format, Fleet fleet, FleetHosts hosts) {
        if (format == Format.TABLE) {
            terminal.say(summary(hosts));
            hosts.variants().forEach(variant -> terminal.say("variant " + variant.name() + ": " + variant.hosts().count() + " hosts, "
                    + variant.marks().size() + " marks"));
        }
        new Listing<>("hosts", Map.of("variants", hosts.variants().stream().map(variant -> fact(variant, fleet)).toList()), columns(),
                hosts.hosts()).print(format, terminal);
    }

    private static String summary(FleetHosts hosts) {
        return List.of(HostState.values()).stream().filter(state -> !hosts.in(state).isEmpty())
                .map(state -> hosts.in(state).count() + " " + Labels.of(state)).collect(Collectors.joining(", "));
    }

    private static Map<String, Object> fact(Variant variant, Fleet fleet) {
        return Map.of("name", variant.name(), "hosts", fleet.names(variant.hosts()),
                "marks", variant.marks().stream().map(mark -> mark.location().text()).toList());
    }

    private static List<ListColumn<HostAnswer>> columns() {
        return List.of(
                ListColumn.<HostAnswer>fixed("host", "Host", row -> row.host().name()),
                ListColumn.<HostAnswer>fixed("group", "Group", row -> row.host().group()),
                ListColumn.<HostAnswer>fixed("state", "State", row -> row.state().name()).painted(row -> colour(row.state())),
                ListColumn.<HostAnswer>fixed("variant", "Variant", row -> row.variant().orElse("")),
                ListColumn.<HostAnswer>tabled("Marks", row -> row.marks().size()),
                ListColumn.<HostAnswer>exact("marks", row -> row.marks().stream().map(mark -> mark.number()).toList()
                        .stream().map(String::valueOf).toList()),
                ListColumn.<HostAnswer>fixed("order", "Order", row -> row.order().isPresent() ? row.order().getAsInt() : ""),
                ListColumn.<HostAnswer>fixed("first_trace", "First trace", row -> row.trace().<Object>map(trace -> trace.time())
                        .orElse("")),
                ListColumn.<HostAnswer>exact("first_trace_by", row -> row.trace().map(trace -> trace.created() ? "created" : "written")
                        .orElse("")),
                ListColumn.<HostAnswer>exact("first_trace_at", row -> row.trace().map(trace -> trace.mark().location().text()).orElse("")),
                ListColumn.<HostAnswer>fixed("nearest", "Nearest", row -> row.nearest().map(Neighbour::host).map(host -> host.name())
                        .orElse("")),
                ListColumn.<HostAnswer>fixed("distance", "Distance", row -> row.nearest().map(Neighbour::distance)
                        .map(distance -> String.format(Locale.ROOT, "%.2f", distance)).orElse("")),
                ListColumn.<HostAnswer>exact("comparison", row -> row.host().compared().map(table -> String.valueOf(table.comparison()))
                        .orElse("")),
                ListColumn.<HostAnswer>fixed("gaps", "Gaps", row -> row.host().compared().map(HostComparison::gaps).map(String::valueOf)
                        .orElse("")),
                ListColumn.<HostAnswer>exact("untold_marks", HostAnswer::untold),
                ListColumn.<HostAnswer>exact("why", HostAnswer::why),
                ListColumn.<HostAnswer>tabled("Why", HostAnswer::why));
    }

    private static Colour colour(HostState state) {
        return switch (state) {
            case INFECTED -> Colour.RED;
            case PARTLY -> Colour.YELLOW;
            case CLEAN -> Colour.GREEN;
            case NOT_JUDGED -> Colour.GREY;
        };
    }
}
