package org.assay.capture;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.assay.model.Location;
import org.assay.model.RegistryName;

/**
 * A directory tree that is entered as Windows does, by names whatever their case. No link is ever followed. On a file system that tells
 * upper from lower case several files may have one name to Windows; all of them are given, by their exact names.
 */
final class CaselessTree {

    private final Map<Path, List<Entry>> listed = new HashMap<>();

    /**
     * A file of the tree.
     *
     * @param path where it really is
     * @param where its location in the snapshot
     */
    record Entry(Path path, Location where) {

        String name() {
            return where.name();
        }

        Kind kind() {
            try {
                BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                return attributes.isSymbolicLink() ? Kind.LINK : attributes.isDirectory() ? Kind.FOLDER
                        : attributes.isRegularFile() ? Kind.FILE : Kind.OTHER;
            } catch (IOException e) {
                return Kind.UNKNOWN;
            }
        }
    }

    /** As much as must be known of a file to enter or read it, and how a sentence calls it. */
    enum Kind {
        FILE("a file"), FOLDER("a directory"), LINK("a link"), OTHER("a special file"), UNKNOWN("something that cannot be looked at");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /**
     * What the folder holds, by exact name.
     *
     * @throws IOException when it cannot be listed whole
     */
    List<Entry> list(Entry folder) throws IOException {
        List<Entry> known = listed.get(folder.path());
        if (known != null) {
            return known;
        }
        List<Entry> entries = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder.path())) {
            for (Path child : children) {
                entries.add(new Entry(child, folder.where().child(ExactName.of(child.getFileName()))));
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        entries.sort(Comparator.comparing(Entry::name));
        listed.put(folder.path(), entries);
        return entries;
    }

    /** What the folder holds under {@code name}. */
    List<Entry> named(Entry folder, String name) throws IOException {
        return list(folder).stream().filter(entry -> RegistryName.compare(entry.name(), name) == 0).toList();
    }
}
