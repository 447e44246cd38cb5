package org.assay.model.startup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.assay.model.Location;
import org.assay.model.Severity;

/**
 * A startup entry joined with the verdict on it and on the file it starts.
 *
 * @param entry the entry in the suspect, or the baseline's when it was removed
 * @param before the baseline's entry; empty when it is new
 * @param severity how much the row matters, both verdicts considered
 * @param sentence the row in words
 * @param points how early it should be looked at, counted as a {@link Score}; 0 where nothing speaks for it
 */
public record StartupRow(StartupEntry entry, EntryChange change, Optional<StartupEntry> before, TargetVerdict target, Severity severity,
        String sentence, int points) {

    /** The highest score first, then most severe first, then by place. */
    public static final Comparator<StartupRow> MOST_SEVERE_FIRST = Comparator.comparing(StartupRow::points)
            .thenComparing(StartupRow::severity).reversed()
            .thenComparing(row -> row.entry().location(), Location.ORDER).thenComparing(row -> row.entry().label());

    /** Where what the sentence is about lies: not the file that the baseline's entry started, for it tells of another one. */
    public List<Location> places() {
        List<Location> places = new ArrayList<>();
        // What merely starts another file than before is not to blame itself, whatever else differs of it.
        if (change != EntryChange.UNCHANGED || entry.target().isEmpty()) {
            places.add(entry.location());
            before.ifPresent(old -> places.add(old.location()));
        }
        entry.target().ifPresent(file -> places.add(file.location()));
        return places;
    }

    /** The same row with another score. */
    public StartupRow scored(int score) {
        return new StartupRow(entry, change, before, target, severity, sentence, score);
    }
}
