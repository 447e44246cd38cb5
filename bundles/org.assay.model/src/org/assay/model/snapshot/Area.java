package org.assay.model.snapshot;

import java.time.Duration;

import org.assay.model.Location;

/**
 * A part of a machine that a snapshot was asked for: a tree, a hive, the keys of an export.
 *
 * @param top everything at and below it was asked for
 * @param caseless whether its source takes names that differ in case only for the same; registry names always are
 * @param timeStep what modification times are multiples of, in its source as it was found; zero where they are exact
 */
public record Area(Location top, boolean caseless, Duration timeStep) {

    /** A part of the registry. */
    public static Area of(Location key) {
        return new Area(key, true, Duration.ZERO);
    }
}
