package org.assay.ui.presenter;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.assay.app.Case;
import org.assay.app.fleet.FleetAnswers;
import org.assay.app.fleet.FleetArguments;
import org.assay.app.fleet.ReadFleet;
import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.fleet.Fleet;
import org.assay.model.fleet.FleetChange;
import org.assay.model.fleet.FleetHosts;
import org.assay.model.fleet.HostAnswer;
import org.assay.model.fleet.HostComparison;
import org.assay.model.fleet.HostState;
import org.assay.ui.grid.GridColumn;
import org.assay.ui.grid.TablePresenter;
import org.assay.ui.grid.Tint;
import org.assay.ui.text.DisplayText;
import org.assay.ui.text.Texts;

/** What the view of the fleet shows, without a display: each host with its verdict, and each distinct change with its hosts. */
public final class FleetPresenter {

    /** The columns of the hosts without which they fit beside the changes: how many marks each has, and its place in time. */
    public static final Set<Integer> MINOR_HOST_COLUMNS = Set.of(3, 4);

    private final TablePresenter<HostAnswer> hosts = new TablePresenter<>(List.of(
            GridColumn.fixed(Texts.of("fleet.host"), 80, row -> DisplayText.line(row.host().name()),
                    Comparator.comparing(row -> row.host().name())),
            GridColumn.<HostAnswer>fixed(Texts.of("state"), 92, row -> DisplayText.of(row.state()),
                    Comparator.comparing(HostAnswer::state, Comparator.reverseOrder()))
                    .tinted(row -> tint(row.state())),
            GridColumn.fixed(Texts.of("fleet.variant"), 72, row -> row.variant().orElse(""),
                    Comparator.comparing(row -> row.variant().orElse(""))),
            GridColumn.fixed(Texts.of("fleet.marks"), 66, row -> Integer.toString(row.marks().size()),
                    Comparator.comparingInt(row -> row.marks().size())),
            GridColumn.fixed(Texts.of("fleet.order"), 66, row -> row.order().isPresent() ? Integer.toString(row.order().getAsInt()) : "",
                    Comparator.comparingInt(row -> row.order().orElse(Integer.MAX_VALUE))),
            GridColumn.stretching(Texts.of("fleet.why"), 150, row -> DisplayText.line(row.why()))),
            new TablePresenter.Sorting(1, true), _ -> Tint.NONE);
    private final TablePresenter<FleetChange> changes = new TablePresenter<>(List.of(
            GridColumn.<FleetChange>fixed(Texts.of("severity"), 92, row -> DisplayText.of(row.severity()),
                    Fleet.MOST_SEVERE_FIRST.reversed()).tinted(row -> Tint.of(row.severity())),
            GridColumn.fixed(Texts.of("fleet.hosts"), 84, this::prevalence, Comparator.comparingInt(row -> row.hosts().count())),
            GridColumn.fixed(Texts.of("changes.change"), 80, row -> DisplayText.of(row.kind()), Comparator.comparing(FleetChange::kind)),
            GridColumn.<FleetChange>stretching(Texts.of("location"), 150, row -> DisplayText.line(row.location().text()))
                    .ordered(Comparator.comparing(FleetChange::location, Location.ORDER)).tinted(_ -> Tint.PATH),
            GridColumn.stretching(Texts.of("fleet.findings"), 90, FleetPresenter::findings)),
            new TablePresenter.Sorting(0, true), row -> row.explained() ? Tint.NONE : Tint.of(row.kind()));
    private Optional<Seen> shown = Optional.empty();

    /** A fleet and what is answered of its hosts. */
    public record Seen(Fleet fleet, FleetHosts hosts) {

        /** Reads the latest comparison of each host of the case. */
        public static Seen of(Case openCase, Progress progress) {
            Fleet fleet = new ReadFleet(FleetArguments.EVERYTHING).run(openCase, progress);
            return new Seen(fleet, FleetAnswers.hosts(fleet));
        }
    }

    private static Tint tint(HostState state) {
        return switch (state) {
            case INFECTED -> Tint.HIGH;
            case PARTLY -> Tint.MEDIUM;
            case CLEAN -> Tint.ADDED;
            case NOT_JUDGED -> Tint.QUIET;
        };
    }

    private String prevalence(FleetChange row) {
        return Texts.of("fleet.prevalence", row.hosts().count(), shown.orElseThrow().fleet().compared().count());
    }

    private static String findings(FleetChange row) {
        return row.explained() ? Texts.of("leads.explained") : DisplayText.line(String.join(", ", row.findings()));
    }

    public TablePresenter<HostAnswer> hosts() {
        return hosts;
    }

    public TablePresenter<FleetChange> changes() {
        return changes;
    }

    /** Shows this, or nothing. */
    public void show(Optional<Seen> fleet) {
        shown = fleet;
        hosts.show(fleet.map(seen -> seen.hosts().hosts()).orElse(List.of()));
        changes.filter(_ -> true);
        changes.show(fleet.map(seen -> seen.fleet().changes()).orElse(List.of()));
    }

    /** Shows the changes that the hosts in all these visible rows have, or every change where there is no row. */
    public void follow(int... rows) {
        int[] places = Arrays.stream(rows).map(row -> place(hosts.row(row))).toArray();
        changes.filter(change -> Arrays.stream(places).allMatch(change.hosts()::contains));
    }

    private int place(HostAnswer answer) {
        List<HostAnswer> all = shown.orElseThrow().hosts().hosts();
        return IntStream.range(0, all.size()).filter(at -> all.get(at) == answer).findFirst().orElseThrow();
    }

    /** The comparison of the host in this visible row. */
    public OptionalLong comparison(int row) {
        return hosts.row(row).host().compared().map(HostComparison::comparison).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    /** How many hosts are in which state, and how many changes are shown. */
    public String summary() {
        return shown.map(seen -> Arrays.stream(HostState.values()).filter(state -> !seen.hosts().in(state).isEmpty())
                .map(state -> seen.hosts().in(state).count() + " " + DisplayText.of(state)).collect(Collectors.joining(", "))
                + "   " + DisplayText.part(changes.rowCount(), changes.allRows(), "distinct change")).orElse(Texts.of("case.none"));
    }
}
