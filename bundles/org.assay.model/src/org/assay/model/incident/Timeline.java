package org.assay.model.incident;

import java.util.List;

/**
 * What happened, in order.
 *
 * @param leftOut how many later times of tagged files are not in it, because there are too many
 */
public record Timeline(List<TimelineEvent> events, long leftOut) {

    public Timeline {
        events = List.copyOf(events);
    }
}
