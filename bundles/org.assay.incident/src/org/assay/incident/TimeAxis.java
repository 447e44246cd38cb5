package org.assay.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Places times from left to right. Where nothing happened for long, the axis is broken: the times of the evidence and those of the work
 * on it
 * may lie decades apart.
 *
 * @param spans in their order, at least one
 */
record TimeAxis(List<Span> spans) {

    /** A piece of the axis without a break. */
    record Span(Instant from, Instant to, double left, double right) {

        double x(Instant time) {
            double length = seconds(from, to);
            return length == 0 ? (left + right) / 2 : left + (right - left) * seconds(from, time) / length;
        }
    }

    private static final Duration BREAK = Duration.ofDays(30);
    private static final int MAX_SPAN_COUNT = 4;
    private static final double BETWEEN = 24;

    /** An axis from {@code left} to {@code right} for these times, of which there is at least one. */
    static TimeAxis of(Collection<Instant> times, double left, double right) {
        List<Instant> sorted = times.stream().sorted().distinct().toList();
        List<Integer> breaks = new ArrayList<>();
        for (int at = 1; at < sorted.size(); at++) {
            if (gap(sorted, at).compareTo(BREAK) > 0) {
                breaks.add(at);
            }
        }
        breaks = breaks.stream().sorted(Comparator.comparing((Integer at) -> gap(sorted, at)).reversed()).limit(MAX_SPAN_COUNT - 1).sorted()
                .toList();
        List<Instant[]> pieces = new ArrayList<>();
        int begin = 0;
        for (int end : breaks) {
            pieces.add(new Instant[] {sorted.get(begin), sorted.get(end - 1)});
            begin = end;
        }
        pieces.add(new Instant[] {sorted.get(begin), sorted.getLast()});
        return laid(pieces, left, right);
    }

    private static Duration gap(List<Instant> sorted, int at) {
        return Duration.between(sorted.get(at - 1), sorted.get(at));
    }

    /** Half of the room is shared equally, half by length. */
    private static TimeAxis laid(List<Instant[]> pieces, double left, double right) {
        double room = right - left - BETWEEN * (pieces.size() - 1);
        double all = pieces.stream().mapToDouble(piece -> seconds(piece[0], piece[1])).sum();
        List<Span> spans = new ArrayList<>();
        double x = left;
        for (Instant[] piece : pieces) {
            double share = 0.5 / pieces.size() + (all == 0 ? 0.5 / pieces.size() : 0.5 * seconds(piece[0], piece[1]) / all);
            spans.add(new Span(piece[0], piece[1], x, x + room * share));
            x += room * share + BETWEEN;
        }
        return new TimeAxis(spans);
    }

    /** Evidence may have times so far apart that milliseconds between them are no number of 64 bits. */
    private static double seconds(Instant from, Instant to) {
        Duration between = Duration.between(from, to);
        return between.getSeconds() + between.getNano() / 1e9;
    }

    /** Where a time is; one that lies in a break is at its end. */
    double x(Instant time) {
        for (Span span : spans) {
            if (time.isBefore(span.from())) {
                return span.left();
            }
            if (!time.isAfter(span.to())) {
                return span.x(time);
            }
        }
        return spans.getLast().right();
    }
}
