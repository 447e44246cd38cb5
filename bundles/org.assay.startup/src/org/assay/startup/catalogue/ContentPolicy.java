package org.assay.startup.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

import org.assay.model.Location;
import org.assay.model.snapshot.KeptContent;
import org.assay.startup.catalogue.PlaceIndex.Names;
import org.assay.startup.catalogue.PlaceIndex.Spot;
import org.assay.startup.text.DriveName;
import org.assay.startup.text.IncludedPath;

/** Says up to which size files' content must be kept because what they start stands inside it. Safe for many threads. */
public final class ContentPolicy implements KeptContent {

    /** The largest file of most kinds whose content is kept, in bytes. */
    public static final int KEPT_BYTES = 1 << 20;
    /** The largest file that is kept only because another may include it, in bytes. */
    public static final int INCLUDED_BYTES = 1 << 16;
    /** Images whose inside tells nothing of what they start. Not {@code sys}: {@code config.sys} is a text. */
    private static final Set<String> IMAGES = Set.of("exe", "dll", "scr", "com", "cpl", "ocx", "drv", "vxd", "386", "efi", "msi", "mui",
            "ax", "so", "ko", "dylib", "a", "o", "class", "jar");

    private final ToLongFunction<AutostartLocation> maxBytes;
    private final BiFunction<AutostartLocation, byte[], List<String>> included;
    private final PathTrie<Spot> windows;
    private final PathTrie<Spot> unix;
    private final PathTrie.Walk<Spot> windowsWalk;
    private final PathTrie.Walk<Spot> unixWalk;

    /** {@code maxBytes} says how much of the files at a location is kept at most, {@code included} which others such a file names. */
    public ContentPolicy(List<AutostartLocation> locations, ToLongFunction<AutostartLocation> maxBytes,
            BiFunction<AutostartLocation, byte[], List<String>> included) {
        this.maxBytes = maxBytes;
        this.included = included;
        PlaceIndex index = new PlaceIndex(locations, new PlacePatterns(ImageFolders.USUAL),
                autostart -> autostart.kind().reach().keepsContent(), Place::keepsContent);
        windows = index.rooted(Names.WINDOWS);
        unix = index.rooted(Names.UNIX);
        windowsWalk = windows.walk();
        unixWalk = unix.walk();
    }

    @Override
    public List<Location> includes(Location as, Location file, byte[] content) {
        List<String> names = as.components();
        Stream<Spot> here = windows.walk().to(names, 1, names.size()).values().stream();
        Stream<Spot> spots = DriveName.isOne(names.getFirst()) ? here
                : Stream.concat(here, unix.walk().to(names, 1, names.size()).values().stream());
        return spots.map(Spot::autostart).distinct().flatMap(autostart -> included.apply(autostart, content).stream()).distinct()
                .flatMap(name -> IncludedPath.of(file, name).stream()).toList();
    }

    @Override
    public synchronized ToLongFunction<String> in(Location directory) {
        List<String> components = directory.components();
        PathTrie.State<Spot> windowsState = windowsWalk.to(components, 1, components.size());
        if (DriveName.isOne(components.getFirst())) {
            return name -> isImage(name) ? 0 : keptBytes(windows.next(windowsState, name));
        }
        PathTrie.State<Spot> unixState = unixWalk.to(components, 1, components.size());
        return name -> isImage(name) ? 0
                : Math.max(keptBytes(windows.next(windowsState, name)), keptBytes(unix.next(unixState, name)));
    }

    private long keptBytes(PathTrie.State<Spot> state) {
        long most = 0;
        for (Spot spot : state.values()) {
            most = Math.max(most, maxBytes.applyAsLong(spot.autostart()));
        }
        return most;
    }

    private static boolean isImage(String name) {
        int dot = name.lastIndexOf('.');
        return dot >= 0 && name.length() - dot <= 6 && IMAGES.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }
}
