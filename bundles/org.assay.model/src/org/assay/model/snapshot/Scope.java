package org.assay.model.snapshot;

import java.util.List;

import org.assay.model.Location;

/**
 * What a snapshot was asked for. Of what lies outside it nothing is known, neither that it is there nor that it is not.
 *
 * @param areas the parts of the machine; one may lie within another
 * @param filter what of them was looked at
 * @param deleted whether deleted registry data was looked for
 * @param filesOnly whether the source lists regular files and nothing else
 * @param listed whether a source is a list of what a program looked for, such as that of Autoruns, and no part of the machine; it says
 *        something of places that were not read
 */
public record Scope(List<Area> areas, ScopeFilter filter, boolean deleted, boolean filesOnly, boolean listed) {

    /** The first component of where deleted registry data stands, with the location it had behind; more of one place have a number. */
    public static final String DELETED = "DELETED";

    public Scope {
        areas = List.copyOf(areas);
    }

    /**
     * What {@code snapshot} was asked for. Of one that was captured before that was recorded it follows from what it holds.
     *
     * @param view what it holds
     */
    public static Scope of(Snapshot snapshot, SnapshotView view) {
        boolean read = snapshot.sources().stream().anyMatch(source -> !source.kind().equals(SourceKind.AUTORUNS));
        List<Area> areas = snapshot.areas().isEmpty() && read ? ScopeOfOldSnapshot.areas(snapshot, view) : snapshot.areas();
        CaptureOptions options = snapshot.attempts().isEmpty() ? CaptureOptions.standard()
                : snapshot.attempts().getLast().environment().options();
        boolean listed = snapshot.sources().stream().anyMatch(source -> source.kind().equals(SourceKind.AUTORUNS));
        return new Scope(areas, options.filter(), options.registry().deleted(), snapshot.listsFilesOnly(), listed);
    }

    /** Whether {@code location} lies in one of the areas, so that what is there was looked at, whatever is selected of them. */
    public boolean reads(Location location) {
        if (isDeleted(location)) {
            return deleted && (location.components().size() == 1 || reads(undeleted(location)));
        }
        for (Area area : areas) {
            if (location.isWithin(area.top())) {
                return true;
            }
        }
        return false;
    }

    /** Whether deleted registry data stands there. */
    static boolean isDeleted(Location location) {
        String root = location.components().getFirst();
        return !location.space().isFile() && (root.equals(DELETED) || root.startsWith(DELETED + " "));
    }

    private static Location undeleted(Location location) {
        return new Location(location.space(), location.components().subList(1, location.components().size()));
    }
}
