package org.assay.compare.context;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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

    private final Map<Integer, Change> counterparts = new HashMap<>();

    private Replacements() {
    }

    /** Those among numbered changes. */
    public static Replacements among(List<Change> changes) {
        Map<Location, Change> came = new HashMap<>();
        for (Change change : changes) {
            if (change.kind() == ChangeKind.ADDED && isFile(change) && FileNames.runsWhenOpened(change.location().name())) {
                came.putIfAbsent(sibling(change.location(), FileNames.stem(change.location().name())), change);
            }
        }
        Replacements replacements = new Replacements();
        for (Change change : changes) {
            if (change.kind() == ChangeKind.REMOVED && isFile(change) && FileNames.isWork(change.location().name())) {
                replacements.join(change, came);
            }
        }
        return replacements;
    }

    /** What replaced the removed {@code change}, or what the added {@code change} replaced. */
    public Optional<Change> counterpart(Change change) {
        return Optional.ofNullable(counterparts.get(change.number()));
    }

    private void join(Change gone, Map<Location, Change> came) {
        Location location = gone.location();
        Change replacement = came.getOrDefault(sibling(location, location.name()),
                came.get(sibling(location, FileNames.stem(location.name()))));
        if (replacement != null) {
            counterparts.put(gone.number(), replacement);
            counterparts.putIfAbsent(replacement.number(), gone);
        }
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
