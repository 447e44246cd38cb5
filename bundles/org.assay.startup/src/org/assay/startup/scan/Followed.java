package org.assay.startup.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.assay.model.Location;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.ItemStream;
import org.assay.model.snapshot.SnapshotView;
import org.assay.model.text.RegistryName;
import org.assay.startup.catalogue.AutostartLocation;
import org.assay.startup.catalogue.NamePattern;
import org.assay.startup.catalogue.SettingPattern;
import org.assay.startup.catalogue.PlaceIndex.Spot;
import org.assay.startup.format.Setting;
import org.assay.startup.format.SettingsFormats;
import org.assay.startup.text.TextFile;
import org.assay.startup.tree.Contents;
import org.assay.startup.tree.Links;

/**
 * The files that settings files include: {@code Include}, {@code source}, git's {@code include.path}. Each is read as if it stood in the
 * place of the one that names it; a name may have wildcards in its last part, and one without a slash is looked for beside the file.
 */
final class Followed {

    private static final int MAX_FILE_COUNT = 1000;
    private static final int MAX_NAME_COUNT = 64;
    /** So many items are looked at for all names together, so that names with wildcards at the root cost nobody an hour. */
    private static final int MAX_STEP_COUNT = 200_000;

    private final SnapshotView view;
    private final Links links;
    private final Set<Location> known = new HashSet<>();
    private int steps;

    Followed(SnapshotView view, Links links) {
        this.view = view;
        this.links = links;
    }

    /** The files that {@code file}, which is read as {@code spots} say, includes and that were not asked for before. */
    List<FileItem> from(List<Spot> spots, FileItem file, Contents contents) {
        List<String> follow = spots.stream().flatMap(spot -> spot.autostart().follow().stream()).distinct().toList();
        Optional<byte[]> content = follow.isEmpty() || known.size() >= MAX_FILE_COUNT ? Optional.empty() : contents.of(file).bytes();
        known.add(file.location());
        return content.map(bytes -> files(spots.getFirst().autostart(), follow, file, bytes)).orElse(List.of());
    }

    private List<FileItem> files(AutostartLocation autostart, List<String> follow, FileItem file, byte[] content) {
        List<SettingPattern> patterns = follow.stream().map(SettingPattern::parse).toList();
        List<FileItem> files = new ArrayList<>();
        List<Setting> settings = SettingsFormats.named(autostart.format()).map(format -> format.settings(TextFile.unix(content),
                word -> patterns.stream().anyMatch(pattern -> pattern.accepts("", word)))).orElse(List.of());
        settings.stream().filter(setting -> patterns.stream().anyMatch(pattern -> pattern.accepts(setting.section(), setting.name())))
                .flatMap(setting -> Arrays.stream(setting.value().split("\\s+"))).limit(MAX_NAME_COUNT)
                .map(name -> path(name.replace("\"", ""), file)).forEach(path -> named(file, path, files));
        return files;
    }

    /** The absolute path in the tree that {@code name} means in {@code file}. */
    private static String path(String name, FileItem file) {
        List<String> components = file.location().components();
        if (name.startsWith("/")) {
            return name;
        }
        if (name.startsWith("~/") && components.size() > 3 && components.get(1).equals("home")) {
            return "/home/" + components.get(2) + name.substring(1);
        }
        return name.startsWith("~/") ? "/root" + name.substring(1)
                : "/" + String.join("/", components.subList(1, components.size() - 1)) + "/" + name;
    }

    private void named(FileItem file, String path, List<FileItem> files) {
        int slash = path.lastIndexOf('/');
        String tree = file.location().components().getFirst();
        boolean glob = path.indexOf('*') >= 0 || path.indexOf('?') >= 0;
        String folder = glob ? path.substring(0, path.lastIndexOf('/', firstWildcard(path))) : path;
        String[] below = Arrays.stream(links.follow(tree, folder).orElse(folder).split("/")).filter(name -> !name.isEmpty())
                .toArray(String[]::new);
        int depth = (int) path.substring(glob ? folder.length() : 0).chars().filter(unit -> unit == '/').count() + below.length + 1;
        NamePattern last = glob ? SettingPattern.parse(path.substring(slash + 1)).name() : NamePattern.any();
        if (below.length == 0 || Arrays.stream(below).anyMatch(name -> name.indexOf('\0') >= 0)) {
            return;
        }
        try (ItemStream items = view.itemsWithin(Location.file(tree, below))) {
            while (items.hasNext() && known.size() < MAX_FILE_COUNT && ++steps < MAX_STEP_COUNT
                    && items.next() instanceof FileItem item) {
                int size = item.location().components().size();
                boolean fits = item.kind() != FileKind.DIRECTORY && (glob
                        ? size == depth && last.accepts(RegistryName.fold(item.location().name())) : size <= below.length + 2);
                if (fits && known.add(item.location())) {
                    files.add(item);
                }
            }
        }
    }

    private static int firstWildcard(String path) {
        int star = path.indexOf('*');
        int mark = path.indexOf('?');
        return star < 0 ? mark : mark < 0 ? star : Math.min(star, mark);
    }
}
