package org.assay.compare.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.assay.model.Location;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.ItemStream;
import org.assay.model.snapshot.SnapshotView;
import org.assay.model.text.FileName;

/**
 * One tree of a snapshot, asked by path. Paths here begin at the tree's root, without a separator before or behind.
 *
 * @param tree the name of the tree
 */
record RecordTree(SnapshotView snapshot, String tree) {

    /** How many links are followed to find out where one leads. */
    private static final int MAX_LINK_COUNT = 8;

    /** What lies at {@code path}. */
    Optional<FileItem> at(String path) {
        Location location = location(path);
        try (ItemStream items = snapshot.itemsWithin(location)) {
            return items.hasNext() && items.next() instanceof FileItem file && file.location().equals(location) ? Optional.of(file)
                    : Optional.empty();
        }
    }

    /** The content of the file at {@code path}, where the capture kept it. */
    Optional<byte[]> content(String path) {
        return at(path).flatMap(this::content);
    }

    Optional<byte[]> content(FileItem file) {
        return file.sha256().flatMap(snapshot::content);
    }

    /** The names of the directories directly in {@code directory}. */
    Set<String> folders(String directory) {
        Location location = location(directory);
        Set<String> folders = new TreeSet<>();
        try (ItemStream items = snapshot.itemsWithin(location)) {
            items.forEachRemaining(item -> {
                if (item instanceof FileItem file && file.kind() == FileKind.DIRECTORY
                        && file.location().components().size() == location.components().size() + 1) {
                    folders.add(file.location().name());
                }
            });
        }
        return folders;
    }

    /** The files in {@code directory} and below it. */
    List<FileItem> filesBelow(String directory) {
        List<FileItem> files = new ArrayList<>();
        try (ItemStream items = snapshot.itemsWithin(location(directory))) {
            items.forEachRemaining(item -> {
                if (item instanceof FileItem file && file.kind() == FileKind.FILE) {
                    files.add(file);
                }
            });
        }
        return files;
    }

    /** The files directly in {@code directory}, by name. */
    Map<String, FileItem> files(String directory) {
        Location location = location(directory);
        Map<String, FileItem> files = new TreeMap<>();
        try (ItemStream items = snapshot.itemsWithin(location)) {
            items.forEachRemaining(item -> {
                if (item instanceof FileItem file && file.kind() == FileKind.FILE
                        && file.location().components().size() == location.components().size() + 1) {
                    files.put(file.location().name(), file);
                }
            });
        }
        return files;
    }

    /** Where the link {@code link} leads at last, as a path; empty when that is not in this tree or goes round in circles. */
    Optional<String> end(FileItem link) {
        FileItem at = link;
        for (int followed = 0; followed < MAX_LINK_COUNT; followed++) {
            Optional<String> target = target(at);
            Optional<FileItem> next = target.flatMap(this::at);
            if (next.isEmpty() || next.get().kind() != FileKind.LINK) {
                return target;
            }
            at = next.get();
        }
        return Optional.empty();
    }

    /** Where a link points, as a path; empty when that is above the root. */
    static Optional<String> target(FileItem link) {
        List<String> components = link.location().components();
        return resolved(String.join("/", components.subList(1, components.size() - 1)), link.target().orElse(""));
    }

    /** Where {@code written} leads from {@code folder}, as a path; empty when that is above the root. */
    static Optional<String> resolved(String folder, String written) {
        List<String> path = new ArrayList<>();
        if (!written.startsWith("/") && !folder.isEmpty()) {
            path.addAll(List.of(folder.split("/")));
        }
        for (String name : written.split("/")) {
            if (name.equals("..")) {
                if (path.isEmpty()) {
                    return Optional.empty();
                }
                path.removeLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                path.add(name);
            }
        }
        return Optional.of(String.join("/", path));
    }

    /** A location of a file as a path. */
    static String path(Location location) {
        List<String> components = location.components();
        return String.join("/", components.subList(1, components.size()));
    }

    /** The location of what lies at {@code path}. */
    Location location(String path) {
        return Location.file(tree, path.isEmpty() ? new String[0] : path.split("/"));
    }

    /** The lines of a text whose names are carried as {@link FileName} says; no line feed is part of a name. */
    static List<String> lines(byte[] text) {
        return Arrays.asList(FileName.decode(text).split("\n", -1));
    }
}
