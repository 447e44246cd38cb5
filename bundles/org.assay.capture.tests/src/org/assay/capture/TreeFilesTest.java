package org.assay.capture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.assay.model.Location;
import org.assay.model.snapshot.Source;
import org.assay.model.snapshot.SourceKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class TreeFilesTest {

    @TempDir
    private Path folder;
    private TreeFiles files;

    @BeforeEach
    void makeTree() throws IOException {
        Files.createDirectories(folder.resolve("gold/sub"));
        Files.writeString(folder.resolve("gold/sub/a"), "in it");
        Files.writeString(folder.resolve("outside"), "not in it");
        files = new TreeFiles(List.of(EvidenceKinds.stored(EvidenceKinds.written(SourceKind.TREE, "C:", folder.resolve("gone").toString())),
                new Source(SourceKind.TREE, "C:", "of another system", Optional.of(URI.create("assay://nowhere/gold"))),
                new Source(new SourceKind("MAILBOX"), "C:", "of a newer Assay", Optional.of(folder.toUri())),
                new Source(SourceKind.HIVE, "SYSTEM", "within the tree", Optional.empty()),
                EvidenceKinds.stored(EvidenceKinds.written(SourceKind.TREE, "C:", folder.resolve("gold").toString()))));
    }

    private Optional<String> read(String... names) throws IOException {
        Optional<InputStream> found = files.open(Location.file("C:", names));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream open = found.get()) {
            return Optional.of(new String(open.readAllBytes(), ISO_8859_1));
        }
    }

    @Test
    void aFileIsFoundByItsLocation() throws IOException {
        assertEquals(Optional.of("in it"), read("sub", "a"));
        assertEquals(Optional.empty(), read("sub", "b"));
        assertEquals(Optional.empty(), read("sub", "a", "b"));
        assertEquals(Optional.empty(), read("sub"));
        assertEquals(Optional.empty(), read());
        assertEquals(Optional.empty(), files.open(Location.file("D:", "sub", "a")));
        assertEquals(Optional.empty(), files.open(Location.file("C:", "sub").stream("a")));
    }

    @Test
    void aNameThatIsNoTextIsFoundToo() throws IOException {
        Shell.sh(folder, "printf secret > \"gold/$(printf 'a\\377b')\"");
        assertEquals(Optional.of("secret"), read("a\udcffb"));
    }

    @Test
    void nothingLeadsOutOfTheTreeAndNothingIsWaitedFor() throws IOException {
        Files.createSymbolicLink(folder.resolve("gold/link"), folder.resolve("outside"));
        Files.createSymbolicLink(folder.resolve("gold/up"), folder);
        Shell.sh(folder, "mkfifo gold/fifo");
        for (String[] names : new String[][] {{"link"}, {"up", "outside"}, {"..", "outside"}, {"fifo"}, {"sub", "..", "..", "outside"}}) {
            assertEquals(Optional.empty(), read(names));
        }
    }

    @Test
    void aLongFileIsReadWhole() throws IOException {
        byte[] bytes = new byte[1_000_003];
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] = (byte) (at * 31 >> 3);
        }
        Files.write(folder.resolve("gold/long"), bytes);
        try (InputStream open = files.open(Location.file("C:", "long")).orElseThrow()) {
            assertArrayEquals(bytes, open.readAllBytes());
        }
    }
}
