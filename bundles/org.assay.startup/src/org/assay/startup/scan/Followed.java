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
import org.assay.startup.format.Includes;
import org.assay.startup.text.IncludedPath;
import org.assay.startup.tree.Contents;
import org.assay.startup.tree.Links;

/**
 * The files that settings files include: {@code Include}, {@code source}, git's {@code include.path}. Each is read as if it stood in the
 * place of the one that names it; a name may have wildcards in its last part, and one without a slash is looked for beside the file.
 */
final class Followed {

    private static final int MAX_FILE_COUNT = 1000;
    /** So many items are looked at for all names together, so that names with wildcards at the root cost nobody an hour. */
    private static final int MAX_STEP_COUNT = 200_000;

    private final SnapshotView view;
    private final Links links;
    private final Set<List<Object>> known = new HashSet<>();
    private int steps;
    private int followed;

    Followed(SnapshotView view, Links links) {
        this.view = view;
        this.links = links;
    }

    /**
     * Whether {@code file} is not read yet in the way of {@code spots}. One that is included and lies at a location of its own is read in
     * both ways, but for shells, which read all alike.
     */
    boolean isNew(List<Spot> spots, Location file) {
        List<String> ways = ways(spots);
        return ways.isEmpty() || known.add(List.of(ways, file));
    }

    private static List<String> ways(List<Spot> spots) {
        return spots.stream().map(Spot::autostart).filter(Includes::mayBe)
                .map(each -> each.format().equals("shell") ? each.format() : each.id()).sorted().distinct().toList();
    }

    /** The files that {@code file}, which is read as {@code spots} say, includes. */
    List<FileItem> from(List<Spot> spots, FileItem file, Contents contents) {
        List<AutostartLocation> including = spots.stream().map(Spot::autostart).filter(Includes::mayBe).distinct().toList();
        List<FileItem> files = new ArrayList<>();
        Optional<byte[]> content = including.isEmpty() ? Optional.empty() : contents.of(file).bytes();
        content.ifPresent(bytes -> including.stream().flatMap(each -> Includes.named(each, bytes).stream()).distinct()
                .flatMap(name -> IncludedPath.of(file.location(), name).stream()).forEach(place -> named(place, files)));
        files.removeIf(each -> known.contains(List.of(ways(spots), each.location())));
        followed += files.size();
        return files;
    }

    private void named(Location place, List<FileItem> files) {
        String tree = place.components().getFirst();
        String path = "/" + String.join("/", place.components().subList(1, place.components().size()));
        int slash = path.lastIndexOf('/');
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
            while (items.hasNext() && followed + files.size() < MAX_FILE_COUNT && ++steps < MAX_STEP_COUNT
                    && items.next() instanceof FileItem item) {
                int size = item.location().components().size();
                boolean fits = item.kind() != FileKind.DIRECTORY && (glob
                        ? size == depth && last.accepts(RegistryName.fold(item.location().name())) : size <= below.length + 2);
                if (fits) {
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
