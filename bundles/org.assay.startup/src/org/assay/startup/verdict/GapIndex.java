package org.assay.startup.verdict;

import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.assay.model.Location;
import org.assay.model.snapshot.Gap;
import org.assay.model.text.RegistryName;
import org.assay.model.text.Space;
import org.assay.startup.text.DriveName;

/** Tells which places could not be read whole. */
public final class GapIndex {

    /** Folders in which Windows looks for a program without a path. */
    private static final Set<String> SEARCHED = Set.of("WINDOWS", "WINNT", "SYSTEM", "SYSTEM32", "SYSWOW64", "COMMAND");

    private final NavigableSet<Location> places = new TreeSet<>(Location.ORDER);
    private final Set<String> paths = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private boolean wholeTree;

    GapIndex(List<Gap> gaps) {
        for (Gap gap : gaps) {
            Location place = gap.location();
            places.add(place);
            if (place.space().isFile()) {
                String tree = place.components().getFirst();
                paths.add((DriveName.isOne(tree) ? RegistryName.fold(tree) : "") + folded(place.components()));
                names.add(RegistryName.fold(place.name()));
                wholeTree |= place.components().size() == 1;
            }
        }
    }

    /** Whether the place, or anything below or above it, could not be read. */
    boolean covers(Location place) {
        Location next = places.ceiling(place);
        if (next != null && next.isWithin(place)) {
            return true;
        }
        Space above = place.space().isFile() ? Space.FILE : Space.KEY;
        for (int depth = 1; depth <= place.components().size(); depth++) {
            if (places.contains(new Location(above, place.components().subList(0, depth)))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the file that a command names by {@code path} may be where nothing could be read. */
    boolean mayHold(String path) {
        String plain = RegistryName.fold(path).replace('\\', '/');
        boolean drive = plain.length() > 2 && DriveName.isOne(plain.substring(0, 2));
        if (!drive && !plain.startsWith("/")) {
            return names.contains(plain.substring(plain.lastIndexOf('/') + 1)) || wholeTree
                    || SEARCHED.stream().anyMatch(names::contains);
        }
        String tree = drive ? plain.substring(0, 2) : "";
        String below = drive ? plain.substring(2) : plain;
        return folders(below).anyMatch(folder -> paths.contains(folder) || paths.contains(tree + folder));
    }

    private static Stream<String> folders(String path) {
        return Stream.iterate(Optional.of(path), Optional::isPresent,
                each -> each.filter(text -> !text.isEmpty()).map(text -> text.substring(0, Math.max(0, text.lastIndexOf('/')))))
                .map(Optional::get);
    }

    /** The path below the tree, each component behind a slash. */
    private static String folded(List<String> components) {
        StringBuilder path = new StringBuilder();
        components.stream().skip(1).forEach(name -> path.append('/').append(RegistryName.fold(name)));
        return path.toString();
    }
}
