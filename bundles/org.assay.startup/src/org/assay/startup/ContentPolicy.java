package org.assay.startup;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.assay.model.FileItem;
import org.assay.model.FileKind;
import org.assay.startup.PlaceIndex.Names;
import org.assay.startup.PlaceIndex.Spot;

/** Says which files' content must be kept because what they start stands inside them. Unchangeable, so safe for many threads. */
final class ContentPolicy implements Predicate<FileItem> {

    /** Images whose inside tells nothing of what they start. Not {@code sys}: {@code config.sys} is a text. */
    private static final Set<String> IMAGES = Set.of("exe", "dll", "scr", "com", "cpl", "ocx", "drv", "vxd", "386", "efi", "msi", "mui",
            "ax", "so", "ko", "dylib", "a", "o", "class", "jar");

    private final PlaceIndex index;
    private final Map<Names, PathTrie.State<Spot>> starts = new EnumMap<>(Names.class);

    ContentPolicy(List<AutostartLocation> locations) {
        index = new PlaceIndex(locations, new PlacePatterns(""), autostart -> !autostart.kind().isRegistry(), Place::keepsContent);
        for (Names names : Names.values()) {
            starts.put(names, index.rooted(names).start());
        }
    }

    @Override
    public boolean test(FileItem file) {
        List<String> components = file.location().components();
        return file.kind() == FileKind.FILE && components.size() > 1 && !isImage(components.getLast())
                && (isNamed(Names.WINDOWS, components) || !Trees.isDrive(components.getFirst()) && isNamed(Names.UNIX, components));
    }

    private boolean isNamed(Names names, List<String> components) {
        PathTrie<Spot> trie = index.rooted(names);
        PathTrie.State<Spot> state = starts.get(names);
        for (int at = 1; at < components.size() && !state.isDead(); at++) {
            state = trie.next(state, components.get(at));
        }
        return !state.values().isEmpty();
    }

    private static boolean isImage(String name) {
        int dot = name.lastIndexOf('.');
        return dot >= 0 && name.length() - dot <= 6 && IMAGES.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }
}
