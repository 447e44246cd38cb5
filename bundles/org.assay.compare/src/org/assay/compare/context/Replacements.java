package org.assay.compare.context;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.assay.compare.key.Key;
import org.assay.compare.key.KeyedPlaces;
import org.assay.model.Location;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;

/**
 * Finds somebody's work that went while a program or script of its name came: {@code x.jpg} is gone from a folder that now holds
 * {@code x.jpg.vbs} or {@code x.vbs}. Names are compared without case.
 */
public final class Replacements {

    private final List<Change> changes;
    /** By the number of a change that of its counterpart; 0 where it has none. Empty while none has one. */
    private int[] counterparts = {};

    private Replacements(List<Change> changes) {
        this.changes = changes;
    }

    /** Those among changes that are numbered from 1. */
    public static Replacements among(List<Change> changes) {
        KeyedPlaces came = new KeyedPlaces();
        for (Change change : changes) {
            if (change.kind() == ChangeKind.ADDED && isFile(change) && FileNames.runsWhenOpened(change.location().name())) {
                came.add(Key.of(sibling(change.location(), FileNames.stem(change.location().name()))), change.number());
            }
        }
        Replacements replacements = new Replacements(changes);
        if (!came.isEmpty()) {
            for (Change change : changes) {
                if (change.kind() == ChangeKind.REMOVED && isFile(change) && FileNames.isWork(change.location().name())) {
                    replacements.join(change, came);
                }
            }
        }
        return replacements;
    }

    /** What replaced the removed {@code change}, or what the added {@code change} replaced. */
    public Optional<Change> counterpart(Change change) {
        int number = counterparts.length == 0 ? 0 : counterparts[change.number()];
        return number == 0 ? Optional.empty() : Optional.of(changes.get(number - 1));
    }

    private void join(Change gone, KeyedPlaces came) {
        String name = gone.location().name();
        Stream.of(name, FileNames.stem(name)).map(one -> sibling(gone.location(), one))
                .flatMap(place -> came.first(Key.of(place)).stream().filter(number -> isAt(changes.get(number - 1), place)).boxed())
                .findFirst().ifPresent(replacement -> join(gone.number(), replacement));
    }

    private void join(int gone, int replacement) {
        if (counterparts.length == 0) {
            counterparts = new int[changes.size() + 1];
        }
        counterparts[gone] = replacement;
        if (counterparts[replacement] == 0) {
            counterparts[replacement] = gone;
        }
    }

    private static boolean isAt(Change replacement, Location place) {
        return sibling(replacement.location(), FileNames.stem(replacement.location().name())).equals(place);
    }

    private static boolean isFile(Change change) {
        return change.item() instanceof FileItem file && file.kind() == FileKind.FILE;
    }

    private static Location sibling(Location location, String name) {
        List<String> components = new ArrayList<>(location.components());
        components.set(components.size() - 1, name.toLowerCase(Locale.ROOT));
        return new Location(location.space(), components);
    }
}
