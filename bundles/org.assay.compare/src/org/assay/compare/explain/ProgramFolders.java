package org.assay.compare.explain;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.assay.model.Location;
import org.assay.model.change.Change;
import org.assay.model.change.Explanation;
import org.assay.model.change.ExplanationKind;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.Item;
import org.assay.model.item.ItemStream;
import org.assay.model.item.KeyItem;
import org.assay.model.item.Signature;
import org.assay.model.item.SignatureStatus;
import org.assay.model.item.ValueItem;
import org.assay.model.item.ValueType;
import org.assay.model.snapshot.SnapshotView;
import org.assay.model.text.Bytes;
import org.assay.model.text.Visible;

/**
 * Programs that keep each version in a folder of its own, as browsers do: {@code Application\101.0.1\x.dll}. A new program there is
 * explained where the key that signed it signed programs of the folder, or of the earlier version's, in the baseline. A file of the same
 * name in a later version's folder is explained where the list of installed programs, or that of the store's, has that version now and had
 * the earlier one before.
 */
final class ProgramFolders implements TreeExplanation {

    static final String BY_LIST = "the suspect's own list of installed programs, which an intruder can edit; no content was compared";
    private static final List<List<String>> LISTS = List.of(
            List.of("HKLM", "SOFTWARE", "Microsoft", "Windows", "CurrentVersion", "Uninstall"),
            List.of("HKLM", "SOFTWARE", "Wow6432Node", "Microsoft", "Windows", "CurrentVersion", "Uninstall"),
            List.of("HKCU", "Software", "Microsoft", "Windows", "CurrentVersion", "Uninstall"));
    /** The packages of the store, a key each with the name of its folder. */
    private static final Location STORE = Location.key("HKLM", "SOFTWARE", "Microsoft", "Windows", "CurrentVersion", "Appx",
            "AppxAllUserStore", "Applications");

    private final RecordTree before;
    private final RecordTree after;
    private final Map<String, Set<Bytes>> keys = new HashMap<>();
    private final Map<String, Set<String>> folders = new HashMap<>();
    private Optional<Set<String>> installedBefore = Optional.empty();
    private Optional<Set<String>> installedAfter = Optional.empty();

    ProgramFolders(RecordTree before, RecordTree after) {
        this.before = before;
        this.after = after;
    }

    /** A path that goes through the folder of a version. */
    private record Versioned(String above, FolderVersion folder, String rest) {

        static Optional<Versioned> of(String path) {
            String[] names = path.split("/");
            for (int at = names.length - 2; at > 0; at--) {
                Optional<FolderVersion> folder = FolderVersion.of(names[at]);
                if (folder.isPresent()) {
                    String above = String.join("/", List.of(names).subList(0, at));
                    return Optional.of(new Versioned(above, folder.get(),
                            path.substring(above.length() + names[at].length() + 2)));
                }
            }
            return Optional.empty();
        }
    }

    @Override
    public Optional<Explanation> explain(Change change, String path) {
        FileItem file = (FileItem) change.item();
        if (file.kind() != FileKind.FILE || path.toLowerCase(Locale.ROOT).startsWith("windows/")) {
            return Optional.empty();
        }
        Optional<Versioned> versioned = Versioned.of(path);
        return switch (change.kind()) {
            case ADDED -> bySigner(file, path, versioned).or(() -> versioned.flatMap(this::byList));
            case REMOVED -> versioned.flatMap(this::gone);
            case MODIFIED, MOVED -> Optional.empty();
        };
    }

    private Optional<Explanation> bySigner(FileItem file, String path, Optional<Versioned> versioned) {
        int end = path.lastIndexOf('/');
        return signer(file).filter(_ -> end > 0).filter(key -> keys(path.substring(0, end)).contains(key)
                || versioned.flatMap(one -> sibling(one, before, -1).map(old -> one.above() + "/" + old.text())).map(this::keys)
                        .filter(known -> known.contains(key)).isPresent())
                .map(key -> new Explanation(ExplanationKind.UPDATE,
                        "updates by " + Visible.text(file.details().signature().map(Signature::signer).orElse("")),
                        "the key that signed other programs there in the baseline", "The key " + key.hex().substring(0, 16)
                                + "… signed programs of this folder, or of the earlier version's, in the baseline."));
    }

    private Optional<Explanation> byList(Versioned now) {
        return sibling(now, before, -1).filter(old -> before.at(now.above() + "/" + old.text() + "/" + now.rest()).isPresent())
                .filter(old -> isListed(old, false) && isListed(now.folder(), true))
                .map(old -> listed(old, now.folder(), "The folder of the earlier version held a file of this name."));
    }

    private Optional<Explanation> gone(Versioned was) {
        return sibling(was, after, 1).filter(later -> isListed(was.folder(), false) && isListed(later, true))
                .map(later -> listed(was.folder(), later, "A later version's folder is there."));
    }

    private boolean isListed(FolderVersion folder, boolean now) {
        Set<String> installed = installed(now);
        return installed.contains(folder.number()) || installed.contains(folder.text());
    }

    private static Explanation listed(FolderVersion old, FolderVersion later, String sentence) {
        return new Explanation(ExplanationKind.DERIVED, "program updated from " + old.text() + " to " + later.number(), BY_LIST, sentence);
    }

    /** The folder beside that is of the nearest earlier (-1) or later (1) version. */
    private Optional<FolderVersion> sibling(Versioned one, RecordTree tree, int direction) {
        FolderVersion own = one.folder();
        return folders.computeIfAbsent(tree.snapshot() == before.snapshot() ? "<" + one.above() : ">" + one.above(),
                _ -> tree.folders(one.above())).stream().map(FolderVersion::of).flatMap(Optional::stream)
                .filter(other -> other.isOfSame(own) && Integer.signum(other.version().compareTo(own.version())) == direction)
                .min((first, second) -> -direction * second.version().compareTo(first.version()));
    }

    /** The keys that signed what lies in {@code folder} in the baseline. */
    private Set<Bytes> keys(String folder) {
        return keys.computeIfAbsent(folder, path -> {
            Set<Bytes> found = new HashSet<>();
            before.files(path).values().forEach(file -> signer(file).ifPresent(found::add));
            return found;
        });
    }

    private static Optional<Bytes> signer(FileItem file) {
        return file.details().signature().filter(signature -> signature.status() == SignatureStatus.VALID).flatMap(Signature::key);
    }

    private Set<String> installed(boolean now) {
        if (installedBefore.isEmpty()) {
            installedBefore = Optional.of(versions(before.snapshot()));
            installedAfter = Optional.of(versions(after.snapshot()));
        }
        return now ? installedAfter.get() : installedBefore.get();
    }

    private static Set<String> versions(SnapshotView snapshot) {
        Set<String> versions = new HashSet<>();
        LISTS.stream().map(names -> Location.key(names.toArray(String[]::new))).forEach(list -> {
            try (ItemStream items = snapshot.itemsWithin(list)) {
                items.forEachRemaining(item -> version(item).forEach(versions::add));
            }
        });
        try (ItemStream items = snapshot.itemsWithin(STORE)) {
            items.forEachRemaining(item -> {
                if (item instanceof KeyItem key) {
                    versions.add(key.location().name());
                }
            });
        }
        return versions;
    }

    private static Stream<String> version(Item item) {
        return item instanceof ValueItem value && value.location().name().equalsIgnoreCase("DisplayVersion")
                ? ValueType.strings(value.data()).stream() : Stream.empty();
    }
}
