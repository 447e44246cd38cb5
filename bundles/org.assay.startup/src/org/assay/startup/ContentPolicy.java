package org.assay.startup;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

import org.assay.model.FileItem;
import org.assay.model.FileKind;
import org.assay.startup.PlaceIndex.Names;
import org.assay.startup.PlaceIndex.Spot;

/** Says up to which size files' content must be kept because what they start stands inside them. Unchangeable, so safe for many threads. */
final class ContentPolicy implements ToLongFunction<FileItem> {

    /** Images whose inside tells nothing of what they start. Not {@code sys}: {@code config.sys} is a text. */
    private static final Set<String> IMAGES = Set.of("exe", "dll", "scr", "com", "cpl", "ocx", "drv", "vxd", "386", "efi", "msi", "mui",
            "ax", "so", "ko", "dylib", "a", "o", "class", "jar");

    /** The repository of WMI takes some ten MiB on most machines, with all classes that are installed on it. */
    private static final long REPOSITORY_BYTES = 128L << 20;

    private final PlaceIndex index;
    private final Map<Names, PathTrie.State<Spot>> starts = new EnumMap<>(Names.class);

    ContentPolicy(List<AutostartLocation> locations) {
        index = new PlaceIndex(locations, new PlacePatterns(""), autostart -> !autostart.kind().isRegistry(), Place::keepsContent);
        for (Names names : Names.values()) {
            starts.put(names, index.rooted(names).start());
        }
    }

    @Override
    public long applyAsLong(FileItem file) {
        List<String> components = file.location().components();
        if (file.kind() != FileKind.FILE || components.size() == 1 || isImage(components.getLast())) {
            return 0;
        }
        long windows = keptBytes(Names.WINDOWS, components);
        return windows > 0 || Trees.isDrive(components.getFirst()) ? windows : keptBytes(Names.UNIX, components);
    }

    private long keptBytes(Names names, List<String> components) {
        PathTrie<Spot> trie = index.rooted(names);
        PathTrie.State<Spot> state = starts.get(names);
        for (int at = 1; at < components.size() && !state.isDead(); at++) {
            state = trie.next(state, components.get(at));
        }
        long most = 0;
        for (Spot spot : state.values()) {
            most = Math.max(most, spot.autostart().data() == DataKind.WMI ? REPOSITORY_BYTES : Catalogue.KEPT_BYTES);
        }
        return most;
    }

    private static boolean isImage(String name) {
        int dot = name.lastIndexOf('.');
        return dot >= 0 && name.length() - dot <= 6 && IMAGES.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }
}
