package org.assay.compare.explain;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.Explanation;
import org.assay.model.change.ExplanationKind;
import org.assay.model.field.Attribute;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.text.Bytes;

/**
 * The component store of Windows Vista and later, {@code Windows\WinSxS}: a folder a component and version, named
 * {@code ARCHITECTURE_NAME_TOKEN_VERSION_LANGUAGE_HASH}, and {@code Manifests} with a file of the same name each. An update brings later
 * versions; what lies elsewhere below {@code Windows} is a further name of a file there, so it has its name and content. A component
 * explains only where its manifest is there and the baseline holds an earlier version of it, or updates came at all.
 */
final class ComponentStore implements TreeExplanation {

    static final String BY_STORE = "the suspect's own component store, which an intruder can edit; no digest was compared";
    private static final String SUBJECT = "updated components of Windows";
    private static final List<String> SYSTEMS = List.of("Windows", "WINDOWS", "windows", "WINNT");
    private static final List<String> STORES = List.of("WinSxS", "winsxs", "WINSXS");
    /** What an update of Windows changes of a file. */
    static final Set<Attribute> CONTENT_ONLY = EnumSet.of(Attribute.CONTENT, Attribute.SIZE, Attribute.MODIFIED_TIME,
            Attribute.LINKS, Attribute.FLAGS);
    private static final int MIN_NAME_PARTS = 6;

    /** A component's name without its version, and the version. */
    private record Component(String name, DottedVersion version) {

        static Optional<Component> of(String folder) {
            String[] parts = folder.toLowerCase(Locale.ROOT).split("_");
            int size = parts.length;
            return size < MIN_NAME_PARTS ? Optional.empty() : DottedVersion.of(parts[size - 3])
                    .map(version -> new Component(String.join("_", Arrays.copyOf(parts, size - 3)) + "_" + parts[size - 2], version));
        }
    }

    /** The name of a file in lower case, and its content. */
    private record Payload(String name, Bytes content) {
    }

    private final String system;
    private final String store;
    /** The components that came, by their folders. */
    private final Set<String> came = new HashSet<>();
    private final Set<String> went = new HashSet<>();
    private final Set<Payload> payloads = new HashSet<>();

    private ComponentStore(String system, String store, RecordTree before, RecordTree after) {
        this.system = system + "/";
        this.store = store + "/";
        Set<String> was = before.folders(store);
        Set<String> is = after.folders(store);
        Map<String, DottedVersion> earlier = latest(was);
        Map<String, DottedVersion> now = latest(is);
        Set<String> manifests = after.files(store + "/Manifests").keySet();
        boolean updated = !before.files(system + "/servicing/Packages").keySet()
                .containsAll(after.files(system + "/servicing/Packages").keySet());
        for (String folder : is) {
            boolean later = !was.contains(folder) && manifests.contains(folder + ".manifest") && Component.of(folder)
                    .filter(one -> earlier.containsKey(one.name()) ? earlier.get(one.name()).compareTo(one.version()) < 0 : updated)
                    .isPresent();
            if (later) {
                came.add(folder);
                after.filesBelow(store + "/" + folder).forEach(file -> file.sha256()
                        .ifPresent(content -> payloads.add(new Payload(file.location().name().toLowerCase(Locale.ROOT), content))));
            }
        }
        was.stream().filter(folder -> !is.contains(folder)).filter(folder -> Component.of(folder)
                .filter(one -> now.containsKey(one.name()) && now.get(one.name()).compareTo(one.version()) > 0).isPresent())
                .forEach(went::add);
    }

    /** The store of a tree; empty where the suspect has none. */
    static Optional<TreeExplanation> of(RecordTree before, RecordTree after) {
        return SYSTEMS.stream().flatMap(system -> STORES.stream().filter(store -> after.at(system + "/" + store).isPresent())
                .<TreeExplanation>map(store -> new ComponentStore(system, system + "/" + store, before, after))).findFirst();
    }

    private static Map<String, DottedVersion> latest(Set<String> folders) {
        Map<String, DottedVersion> latest = new HashMap<>();
        folders.forEach(folder -> Component.of(folder).ifPresent(one -> latest.merge(one.name(), one.version(),
                (first, second) -> first.compareTo(second) >= 0 ? first : second)));
        return latest;
    }

    @Override
    public Optional<Explanation> explain(Change change, String path) {
        if (path.startsWith(store)) {
            return inStore(change, path.substring(store.length()));
        }
        FileItem file = (FileItem) change.item();
        boolean linked = path.startsWith(system) && file.kind() == FileKind.FILE && file.sizeBytes() > 0
                && change.kind() != ChangeKind.REMOVED && CONTENT_ONLY.containsAll(change.attributes()) && file.sha256()
                        .filter(content -> payloads.contains(new Payload(file.location().name().toLowerCase(Locale.ROOT), content)))
                        .isPresent();
        return linked ? explained("A component that came in a later version holds a file of its name with the same content.")
                : Optional.empty();
    }

    private Optional<Explanation> inStore(Change change, String path) {
        int end = path.indexOf('/');
        String top = end < 0 ? path : path.substring(0, end);
        String folder = top.equals("Manifests") && path.endsWith(".manifest")
                ? path.substring(end + 1, path.length() - ".manifest".length()) : top;
        return switch (change.kind()) {
            case ADDED -> came.contains(folder) ? explained("It is of a component that came in a later version, with its manifest.")
                    : Optional.empty();
            case REMOVED -> went.contains(folder) ? explained("It is of a component of which a later version is there.") : Optional.empty();
            case MODIFIED, MOVED -> Optional.empty();
        };
    }

    private static Optional<Explanation> explained(String sentence) {
        return Optional.of(new Explanation(ExplanationKind.PACKAGE, SUBJECT, BY_STORE, sentence));
    }
}
