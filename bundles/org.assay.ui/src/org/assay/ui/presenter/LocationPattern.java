package org.assay.ui.presenter;

import java.util.Optional;

import org.assay.model.snapshot.Glob;

/** What an analyst types to find locations, as a {@link Glob}. */
final class LocationPattern {

    private LocationPattern() {
    }

    /**
     * Plain text is any part of a location. With {@code *} or {@code ?} it is a pattern: of the last name when it has no separator, else of
     * the whole location. Empty when there is nothing to look for.
     */
    static Optional<Glob> glob(String text) {
        String requested = text.strip();
        if (requested.isEmpty()) {
            return Optional.empty();
        }
        boolean pattern = requested.contains("*") || requested.contains("?");
        boolean separated = requested.contains("/") || requested.contains("\\");
        return Optional.of(new Glob(!pattern ? "**" + requested + "**" : separated ? requested : "**/" + requested));
    }
}
