package org.assay.model.incident;

import java.util.List;
import java.util.Optional;

/**
 * What is to be thought of in an outbreak, as a list.
 *
 * @param name by which it is called, in lower case
 * @param title for people
 * @param points in their order; no two have one id
 */
public record Checklist(String name, String title, List<Point> points) {

    /**
     * One point.
     *
     * @param id by which it is called, in lower case
     * @param text what is so when it is done
     * @param ask the questions that help to find out; may be empty
     */
    public record Point(String id, IncidentPhase phase, String text, String ask) {
    }

    /**
     * A point as it stands.
     *
     * @param by the entry that says so; none where nobody said anything
     */
    public record Standing(Checklist checklist, Point point, PointState state, Optional<IncidentEntry> by) {
    }

    public Checklist {
        points = List.copyOf(points);
    }
}
