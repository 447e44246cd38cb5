package org.assay.remedy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

import org.assay.model.Location;
import org.assay.model.text.Space;
import org.assay.remedy.plan.Action;
import org.assay.remedy.plan.Step;
import org.assay.testkit.HostileNames;
import org.assay.testkit.Items;

/** A real folder with real files in it, by names as a location carries them. */
record Tree(Path root) {

    static Tree in(Path folder, String name) {
        try {
            return new Tree(Files.createDirectory(folder.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lays a file, with the folders above it. */
    Path file(String content, String... names) {
        Path file = path(names);
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path(String... names) {
        Path path = root;
        for (String name : names) {
            path = HostileNames.in(path, name);
        }
        return path;
    }

    /** Everything in the folder: the path's bytes as Latin-1 and what is there, a file with its content. */
    Map<String, String> content() {
        Map<String, String> content = new TreeMap<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    content.put(below(folder), "folder");
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    content.put(below(file), attributes.isRegularFile() ? "file " + Files.readString(file, StandardCharsets.ISO_8859_1)
                            : attributes.isSymbolicLink() ? "link " + Files.readSymbolicLink(file) : "special");
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return content;
    }

    private String below(Path path) {
        return path.toUri().getRawPath().substring(root.toUri().getRawPath().length() - 1).replaceFirst("/$", "");
    }

    /** A place of this path in the tree of that name. */
    static Location place(String tree, String... names) {
        String[] components = new String[names.length + 1];
        components[0] = tree;
        System.arraycopy(names, 0, components, 1, names.length);
        return new Location(Space.FILE, Arrays.asList(components));
    }

    /** The order to move a file of this content away. */
    static Step quarantine(int change, String content, Location file) {
        return new Step(change, new Action.Quarantine(change, Items.file(file, content)), "It is a worm.");
    }
}
