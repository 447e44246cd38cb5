package org.assay.ui.presenter;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.assay.app.Case;
import org.assay.app.incident.ListChecklists;
import org.assay.app.incident.ListOpenSystems;
import org.assay.app.incident.ReadTimeline;
import org.assay.model.Progress;
import org.assay.model.incident.Checklist;
import org.assay.model.incident.EntryDetail;
import org.assay.model.incident.EntryLabels;
import org.assay.model.incident.EntryReference;
import org.assay.model.incident.IncidentEntry;
import org.assay.model.incident.PointState;
import org.assay.model.incident.Timeline;
import org.assay.model.incident.TimelineEvent;
import org.assay.ui.grid.GridColumn;
import org.assay.ui.grid.TablePresenter;
import org.assay.ui.grid.Tint;
import org.assay.ui.text.DisplayText;
import org.assay.ui.text.Texts;

/** What the view of the incident shows, without a display: its log, the points of its checklists, and everything in the order of time. */
public final class IncidentPresenter {

    private final TablePresenter<IncidentEntry> log = new TablePresenter<>(List.of(
            GridColumn.fixed(Texts.of("custody.number"), 50, entry -> Long.toString(entry.number()),
                    Comparator.comparingLong(IncidentEntry::number)),
            GridColumn.fixed(Texts.of("incident.happened"), GridColumn.TIME_PIXELS, entry -> DisplayText.time(entry.content().happened()),
                    Comparator.comparing(entry -> entry.content().happened())),
            GridColumn.fixed(Texts.of("incident.phase"), 116, entry -> DisplayText.of(entry.content().phase()),
                    Comparator.comparing(entry -> entry.content().phase())),
            GridColumn.<IncidentEntry>fixed(Texts.of("incident.kind"), 120, entry -> EntryLabels.kind(entry.content().detail()),
                    Comparator.comparing(entry -> EntryLabels.kind(entry.content().detail()))).tinted(this::tint),
            GridColumn.stretching(Texts.of("incident.what"), 200, entry -> DisplayText.line(EntryLabels.text(entry.content()))),
            GridColumn.fixed(Texts.of("incident.hosts"), 100, IncidentPresenter::hosts, Comparator.comparing(IncidentPresenter::hosts)),
            GridColumn.fixed(Texts.of("incident.spent"), 72, entry -> spent(entry.content().spent()),
                    Comparator.comparing(entry -> entry.content().spent())),
            GridColumn.fixed(Texts.of("custody.who"), 90, entry -> DisplayText.line(entry.content().author()),
                    Comparator.comparing(entry -> entry.content().author()))),
            new TablePresenter.Sorting(1, true), _ -> Tint.NONE);
    private final TablePresenter<Checklist.Standing> points = new TablePresenter<>(List.of(
            GridColumn.fixed(Texts.of("incident.checklist"), 100, one -> DisplayText.line(one.checklist().name()),
                    Comparator.comparing(one -> one.checklist().name())),
            GridColumn.fixed(Texts.of("incident.phase"), 116, one -> DisplayText.of(one.point().phase()),
                    Comparator.comparing(one -> one.point().phase())),
            GridColumn.<Checklist.Standing>fixed(Texts.of("state"), 112, one -> DisplayText.of(one.state()),
                    Comparator.comparing(Checklist.Standing::state)).tinted(one -> tint(one.state())),
            GridColumn.stretching(Texts.of("incident.point"), 240, one -> DisplayText.line(one.point().text())),
            GridColumn.stretching(Texts.of("incident.ask"), 160, one -> DisplayText.line(one.point().ask())),
            GridColumn.stretching(Texts.of("incident.by"), 120, IncidentPresenter::by)),
            new TablePresenter.Sorting(0, false), _ -> Tint.NONE);
    private final TablePresenter<TimelineEvent> timeline = new TablePresenter<>(List.of(
            GridColumn.fixed(Texts.of("incident.happened"), GridColumn.TIME_PIXELS, event -> DisplayText.time(event.at()),
                    Comparator.comparing(TimelineEvent::at)),
            GridColumn.fixed(Texts.of("incident.kind"), 120, event -> DisplayText.of(event.kind()),
                    Comparator.comparing(TimelineEvent::kind)),
            GridColumn.fixed(Texts.of("incident.hosts"), 100, event -> DisplayText.line(event.host()),
                    Comparator.comparing(TimelineEvent::host)),
            GridColumn.stretching(Texts.of("incident.what"), 240, event -> DisplayText.line(event.text())),
            GridColumn.fixed(Texts.of("custody.who"), 90, event -> DisplayText.line(event.who()),
                    Comparator.comparing(TimelineEvent::who))),
            new TablePresenter.Sorting(0, false), _ -> Tint.NONE);
    private Optional<Told> shown = Optional.empty();
    private Set<Long> off = Set.of();

    /** The record of the incident. */
    public record Told(List<IncidentEntry> entries, ListOpenSystems.Outcome systems, List<Checklist.Standing> points, Timeline timeline) {

        /** Reads it. */
        public static Told of(Case openCase, Progress progress) {
            return new Told(openCase.incident(), new ListOpenSystems().run(openCase), new ListChecklists(Optional.empty()).run(openCase),
                    new ReadTimeline().run(openCase));
        }
    }

    public TablePresenter<IncidentEntry> log() {
        return log;
    }

    public TablePresenter<Checklist.Standing> points() {
        return points;
    }

    public TablePresenter<TimelineEvent> timeline() {
        return timeline;
    }

    /** Shows this, or nothing. */
    public void show(Optional<Told> told) {
        shown = told;
        off = told.map(one -> one.systems().off().stream().map(IncidentEntry::number).collect(Collectors.toSet())).orElse(Set.of());
        log.show(told.map(Told::entries).orElse(List.of()));
        points.show(told.map(Told::points).orElse(List.of()));
        timeline.show(told.map(one -> one.timeline().events()).orElse(List.of()));
    }

    /** What is off in this visible row of the log, if it says so and nothing says that it is on again. */
    public Optional<IncidentEntry> stillOff(int row) {
        return Optional.of(log.row(row)).filter(entry -> off.contains(entry.number()));
    }

    /** What is off now, the earliest first. */
    public List<IncidentEntry> stillOff() {
        return shown.map(told -> told.systems().off()).orElse(List.of());
    }

    /** Whether the incident is over. */
    public boolean isClosed() {
        return shown.filter(told -> told.systems().closed()).isPresent();
    }

    private Tint tint(IncidentEntry entry) {
        return switch (entry.content().detail()) {
            case EntryDetail.SwitchedOff _ -> off.contains(entry.number()) ? Tint.HIGH : Tint.NONE;
            case EntryDetail.SwitchedOn _, EntryDetail.Closed _ -> Tint.ADDED;
            case EntryDetail.Reopened _ -> Tint.MEDIUM;
            case EntryDetail.Note _, EntryDetail.PointMarked _ -> Tint.QUIET;
            case EntryDetail.Fact _, EntryDetail.Told _ -> Tint.NONE;
        };
    }

    private static Tint tint(PointState state) {
        return switch (state) {
            case OPEN -> Tint.MEDIUM;
            case DONE -> Tint.ADDED;
            case NOT_APPLICABLE -> Tint.QUIET;
        };
    }

    private static String hosts(IncidentEntry entry) {
        return DisplayText.line(entry.content().references().stream().map(EntryReference::host).distinct()
                .collect(Collectors.joining(", ")));
    }

    /** {@code 45m}, {@code 1h30m}, as it is entered. */
    private static String spent(Duration spent) {
        return spent.isZero() ? "" : (spent.toHours() > 0 ? spent.toHours() + "h" : "")
                + (spent.toMinutesPart() > 0 ? spent.toMinutesPart() + "m" : "");
    }

    private static String by(Checklist.Standing one) {
        return one.by().map(entry -> DisplayText.line(entry.content().author() + ", " + DisplayText.time(entry.content().happened())
                + (entry.content().text().isEmpty() ? "" : ": " + entry.content().text()))).orElse("");
    }

    /** How much there is, what is off still, and whether it is over; or what to do to see something. */
    public String summary() {
        return shown.map(told -> {
            String states = Arrays.stream(PointState.values()).map(state -> told.points().stream().filter(one -> one.state() == state)
                    .count() + " " + DisplayText.of(state)).collect(Collectors.joining(", "));
            return Texts.of("incident.summary", DisplayText.count(told.entries().size(), "entry"), told.systems().off().size(), states,
                    Texts.of(told.entries().isEmpty() ? "incident.none" : isClosed() ? "incident.closed" : "incident.open"))
                    + (told.timeline().leftOut() == 0 ? "" : "   " + Texts.of("incident.leftOut", told.timeline().leftOut()));
        }).orElse(Texts.of("case.none"));
    }
}
