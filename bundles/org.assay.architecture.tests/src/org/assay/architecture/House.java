package org.assay.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rooms as they were built, without their tests.
 *
 * @param root the repository's root
 * @param rooms the rooms' short names, as {@code model}
 */
record House(Path root, List<String> rooms, List<BuiltClass> classes) {

    static House built() {
        Path root = Stream.iterate(Path.of(System.getProperty("assay.root", "")).toAbsolutePath(), path -> path != null, Path::getParent)
                .filter(path -> Files.isDirectory(path.resolve("bundles/org.assay.model"))).findFirst()
                .orElseThrow(() -> new IllegalStateException("run from within the repository"));
        List<String> rooms = list(root.resolve("bundles")).stream().map(path -> path.getFileName().toString())
                .filter(name -> name.startsWith("org.assay.") && !name.endsWith(".tests"))
                .map(name -> name.substring("org.assay.".length())).sorted().toList();
        return new House(root, rooms, rooms.stream().flatMap(room -> classes(root, room)).toList());
    }

    private static Stream<BuiltClass> classes(Path root, String room) {
        return walk(root.resolve("bundles/org.assay." + room + "/target/classes")).stream()
                .filter(file -> file.toString().endsWith(".class") && !file.endsWith("package-info.class"))
                .map(file -> BuiltClass.read(room, file));
    }

    Stream<BuiltClass> of(String room) {
        return classes.stream().filter(one -> one.room().equals(room));
    }

    Corridors corridors(String room) {
        return Corridors.stated(room, text(root.resolve("bundles/org.assay." + room + "/src/org/assay/" + room + "/package-info.java")));
    }

    /** The classes of a room that have files of their own, each with those of the room that it or what is nested in it refers to. */
    Map<String, Set<String>> graph(String room) {
        Map<String, Set<String>> graph = new TreeMap<>();
        of(room).forEach(one -> graph.computeIfAbsent(one.topLevel(), _ -> new TreeSet<>()));
        of(room).forEach(one -> one.references().stream().map(BuiltClass::topLevel)
                .filter(used -> graph.containsKey(used) && !used.equals(one.topLevel()))
                .forEach(graph.get(one.topLevel())::add));
        return graph;
    }

    /** All bundles, those of tests among them, named as their folders are. */
    List<String> bundles() {
        return list(root.resolve("bundles")).stream().filter(folder -> Files.exists(folder.resolve("META-INF/MANIFEST.MF")))
                .map(folder -> folder.getFileName().toString()).toList();
    }

    /** The manifest of a bundle, named as its folder is. */
    Attributes manifest(String bundle) {
        try (InputStream in = Files.newInputStream(root.resolve("bundles/" + bundle + "/META-INF/MANIFEST.MF"))) {
            return new Manifest(in).getMainAttributes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Java sources below {@code bundles} by path, tests included. */
    Map<Path, String> sources() {
        return walk(root.resolve("bundles")).stream().filter(file -> file.toString().endsWith(".java"))
                .collect(Collectors.toMap(file -> root.relativize(file), House::text));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> walk(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
