package org.assay.incident;

import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.assay.model.incident.Timeline;
import org.assay.model.incident.TimelineEvent;
import org.assay.model.incident.TimelineKind;
import org.assay.model.text.Labels;
import org.assay.remedy.Html;

/** The charts of the report, as SVG within the page. */
final class Charts {

    private static final double WIDTH = 1000;
    private static final double LEFT = 120;
    private static final double RIGHT = WIDTH - 20;
    private static final double ROW = 26;
    private static final double AXIS = 44;
    private static final double HOSTS = 180;
    /** More marks than can be told apart. */
    private static final int MAX_MARK_COUNT = 2_000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Map<HostStates.State, String> COLOURS = new EnumMap<>(Map.of(HostStates.State.INFECTED, "#b3261e",
            HostStates.State.CAPTURED, "#d08a1d", HostStates.State.DECIDED, "#4a7bab", HostStates.State.VERIFIED, "#3f8a4f"));

    private final Html html;

    Charts(Html html) {
        this.html = html;
    }

    /** What happened when: a row for each kind of event. */
    void timeline(Timeline timeline) throws IOException {
        if (timeline.events().isEmpty()) {
            return;
        }
        TimeAxis axis = TimeAxis.of(timeline.events().stream().map(TimelineEvent::at).toList(), LEFT, RIGHT);
        List<TimelineKind> kinds = Arrays.stream(TimelineKind.values())
                .filter(kind -> timeline.events().stream().anyMatch(event -> event.kind() == kind)).toList();
        double bottom = ROW * kinds.size() + 10;
        begin("What happened when", bottom + AXIS);
        for (int row = 0; row < kinds.size(); row++) {
            TimelineKind kind = kinds.get(row);
            double y = ROW * row + ROW / 2 + 5;
            line(LEFT, y, RIGHT, y, "#dde3e9");
            label(LEFT - 10, y + 4, "end", Labels.capital(Labels.of(kind)));
            for (TimelineEvent event : timeline.events().stream().filter(one -> one.kind() == kind).limit(MAX_MARK_COUNT).toList()) {
                html.markup(format("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"#24425f\" fill-opacity=\".55\"><title>",
                        axis.x(event.at()), y)).text(TIME.format(event.at()) + " " + event.host() + " " + event.text())
                        .markup("</title></circle>");
            }
        }
        axis(axis, bottom);
        end();
    }

    /** How many hosts were in which state. */
    void hosts(HostStates states) throws IOException {
        if (states.steps().isEmpty()) {
            return;
        }
        TimeAxis axis = TimeAxis.of(states.steps().stream().map(HostStates.Step::from).toList(), LEFT, RIGHT);
        int most = states.steps().stream().mapToInt(step -> sum(step)).max().orElse(1);
        begin("Infected hosts by state over time", HOSTS + AXIS + 24);
        for (int count : most < 2 ? new int[] {0, most} : new int[] {0, most / 2, most}) {
            double y = y(count, most);
            line(LEFT, y, RIGHT, y, "#dde3e9");
            label(LEFT - 10, y + 4, "end", String.valueOf(count));
        }
        for (int at = 0; at < states.steps().size(); at++) {
            HostStates.Step step = states.steps().get(at);
            double from = axis.x(step.from());
            double to = at + 1 < states.steps().size() ? axis.x(states.steps().get(at + 1).from()) : RIGHT;
            int below = 0;
            for (HostStates.State state : HostStates.State.values()) {
                int count = step.hosts().getOrDefault(state, 0);
                if (count > 0) {
                    html.markup(format("<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>", from,
                            y(below + count, most), Math.max(1, to - from), y(below, most) - y(below + count, most), COLOURS.get(state)));
                }
                below += count;
            }
        }
        axis(axis, HOSTS + 10);
        legend();
        end();
    }

    private static int sum(HostStates.Step step) {
        return step.hosts().values().stream().mapToInt(Integer::intValue).sum();
    }

    private static double y(int count, int most) {
        return 10 + HOSTS - (HOSTS - 10) * count / Math.max(1, most);
    }

    private void legend() throws IOException {
        double x = LEFT;
        for (HostStates.State state : HostStates.State.values()) {
            double y = HOSTS + AXIS + 8;
            html.markup(format("<rect x=\"%.1f\" y=\"%.1f\" width=\"12\" height=\"12\" fill=\"%s\"/>", x, y, COLOURS.get(state)));
            label(x + 18, y + 10, "start", state.label());
            x += 40 + 7 * state.label().length();
        }
    }

    private void axis(TimeAxis axis, double y) throws IOException {
        List<TimeAxis.Span> spans = new ArrayList<>(axis.spans());
        for (TimeAxis.Span span : spans) {
            line(span.left(), y, Math.max(span.right(), span.left() + 1), y, "#1d2530");
            boolean last = span == spans.getLast();
            boolean wide = span.right() - span.left() > 240 && !span.from().equals(span.to());
            label(span.left(), y + 16, "start", TIME.format(span.from()));
            if (wide) {
                label(span.right(), y + 16, "end", TIME.format(span.to()));
            } else if (!span.from().equals(span.to())) {
                label(span.left(), y + 30, "start", "to " + TIME.format(span.to()));
            }
            if (!last) {
                line(span.right() + 8, y - 5, span.right() + 12, y + 5, "#1d2530");
                line(span.right() + 13, y - 5, span.right() + 17, y + 5, "#1d2530");
            }
        }
    }

    /** @param title of our own */
    private void begin(String title, double height) throws IOException {
        html.markup(format("<svg viewBox=\"0 0 %.0f %.0f\" width=\"100%%\" role=\"img\" font-size=\"12\" fill=\"#1d2530\">", WIDTH, height))
                .markup("<title>" + title + "</title>\n");
    }

    private void end() throws IOException {
        html.markup("</svg>\n");
    }

    private void line(double x1, double y1, double x2, double y2, String colour) throws IOException {
        html.markup(format("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>\n", x1, y1, x2, y2, colour));
    }

    private void label(double x, double y, String anchor, String text) throws IOException {
        html.markup(format("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">", x, y, anchor)).text(text).markup("</text>\n");
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
