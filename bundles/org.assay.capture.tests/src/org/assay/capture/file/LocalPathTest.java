package org.assay.capture.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.assay.model.AssayException;
import org.assay.testkit.HostileNames;

@Timeout(60)
class LocalPathTest {

    @TempDir
    Path folder;

    @Test
    void textCarriesAPathExactly() throws IOException {
        for (String name : HostileNames.onDisk()) {
            Path file = Files.writeString(HostileNames.in(folder, name), "x");
            String text = ExactName.of(file);
            assertEquals(folder + "/" + name, text);
            assertEquals(file, ExactName.path(text), name);
            assertEquals(file.getFileName(), ExactName.path(name), name);
            assertEquals(text, LocalPath.of(LocalPath.stored(text)), name);
            FoundFile found = LocalPath.findFile(text);
            assertEquals(new FoundFile(ExactName.of(folder.toRealPath()), folder.getFileName().toString(), name), found);
        }
    }

    /** Java's own form looks whether the path is a folder, and then ends in a slash; a driver or server that hangs answers no look. */
    @Test
    void whatIsStoredOfAPathTakesNoLookAtIt() throws IOException {
        Path named = Files.createDirectory(folder.resolve("a b%é"));
        assertEquals(Files.createFile(folder.resolve("file")).toUri(), LocalPath.stored(folder.resolve("file").toString()));
        assertEquals(named.toUri().toString(), LocalPath.stored(ExactName.of(named)) + "/");
        assertEquals("file:///", LocalPath.stored("/").toString());
    }

    @Test
    void aRelativePathStaysOne() {
        for (String text : new String[] {"a/b", "../é/\udcff", "é", "", ".", "/", "//é"}) {
            assertEquals(text.replace("//", "/"), ExactName.of(ExactName.path(text)));
        }
        assertEquals(Path.of("").toAbsolutePath() + "/é", LocalPath.whole("x/../é"));
    }

    @Test
    void aLinkThatWasNamedIsFollowedOnce() throws IOException {
        Path real = Files.createDirectories(folder.toRealPath().resolve("real/below"));
        Files.writeString(real.resolve("file"), "x");
        Files.createSymbolicLink(folder.resolve("link"), real);
        assertEquals(ExactName.of(real), LocalPath.findFolder(folder.resolve("link").toString()));
        assertEquals(new FoundFile(ExactName.of(real), "below", "file"), LocalPath.findFile(folder.resolve("link/file").toString()));
        assertThrows(IOException.class, () -> LocalPath.findFolder(real.resolve("file").toString()));
        assertThrows(IOException.class, () -> LocalPath.findFile("/"));
    }

    @Test
    void whatIsNoPathIsRefused() {
        AssayException refused = assertThrows(AssayException.class, () -> LocalPath.written("a\0b"));
        assertTrue(refused.getMessage().endsWith("is not a valid path on this system."), refused.getMessage());
    }
}
