package org.assay.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The files of a sample drive, in memory until they are written. Paths are relative, with {@code /}. */
final class FileTree {

    private record Entry(byte[] content, Instant modified) {
    }

    private final TreeMap<String, Entry> files = new TreeMap<>();

    /** Puts a text that says what the file stands in for, unlike that of any other path. */
    void standIn(String path, Instant modified) {
        text(path, modified, """
                Assay demo: this file stands in for C:\\%s of a sample machine.
                It is plain text, harmless, and does nothing.
                """.formatted(path.replace('/', '\\')));
    }

    /** Puts a text of ASCII characters with the line ends of DOS. */
    void text(String path, Instant modified, String text) {
        files.put(path, new Entry(text.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII), modified));
    }

    /** Changes the one place that says {@code from} in a text. */
    void edit(String path, Instant modified, String from, String to) {
        String text = new String(entry(path).content(), StandardCharsets.US_ASCII).replace("\r\n", "\n");
        if (text.indexOf(from) < 0 || text.indexOf(from) != text.lastIndexOf(from)) {
            throw new IllegalStateException(path + " does not say \"" + from + "\" once");
        }
        text(path, modified, text.replace(from, to));
    }

    void move(String from, String to) {
        Entry entry = entry(from);
        files.remove(from);
        files.put(to, entry);
    }

    void remove(String path) {
        entry(path);
        files.remove(path);
    }

    private Entry entry(String path) {
        return Optional.ofNullable(files.get(path)).orElseThrow(() -> new IllegalStateException("no file " + path));
    }

    /** Writes all files below {@code folder}, which is made; every directory gets the time {@code directories}. */
    void write(Path folder, Instant directories) throws IOException {
        SortedSet<Path> made = new TreeSet<>();
        for (var file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue().content(), StandardOpenOption.CREATE_NEW);
            Files.setLastModifiedTime(path, FileTime.from(file.getValue().modified()));
            for (Path above = path.getParent(); above.startsWith(folder); above = above.getParent()) {
                made.add(above);
            }
        }
        // Writing into a directory changes its time, so these come last.
        for (Path directory : made) {
            Files.setLastModifiedTime(directory, FileTime.from(directories));
        }
    }
}
