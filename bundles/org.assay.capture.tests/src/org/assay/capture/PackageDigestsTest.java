package org.assay.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

import org.assay.model.item.DigestAlgorithm;
import org.assay.testkit.FuzzSeeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageDigestsTest {

    @TempDir
    Path root;

    private void write(String path) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), path);
    }

    private Set<DigestAlgorithm> digests(RecordingSink sink, String... path) {
        return sink.file(path).details().digests().keySet();
    }

    @Test
    void filesOfPackagedFoldersGetTheDigestThatDpkgRecords() throws IOException {
        write("var/lib/dpkg/status");
        write("usr/bin/ls");
        write("usr/local/bin/own");
        write("home/ann/letter");
        RecordingSink sink = Captures.tree(root);
        assertEquals(Set.of(DigestAlgorithm.MD5), digests(sink, "usr", "bin", "ls"));
        assertEquals(Set.of(), digests(sink, "usr", "local", "bin", "own"));
        assertEquals(Set.of(), digests(sink, "home", "ann", "letter"));
    }

    @Test
    void apkRecordsSha1() throws IOException {
        write("lib/apk/db/installed");
        write("etc/passwd");
        assertEquals(Set.of(DigestAlgorithm.SHA1), digests(Captures.tree(root), "etc", "passwd"));
    }

    /** Of what is no program there is none of them. */
    @Test
    void programsOfAWindowsWithCataloguesGetTheDigestsThatTheseList() throws IOException {
        Files.createDirectories(root.resolve("Windows/System32/CatRoot"));
        write("Windows/System32/text.txt");
        Files.copy(FuzzSeeds.of("org.assay.content.tests", "program").getFirst().resolveSibling("signed-64"),
                root.resolve("Windows/System32/a.dll"));
        RecordingSink sink = Captures.tree(root);
        assertEquals(EnumSet.of(DigestAlgorithm.PESHA1, DigestAlgorithm.PESHA256), digests(sink, "Windows", "System32", "a.dll"));
        assertEquals(Set.of(), digests(sink, "Windows", "System32", "text.txt"));
    }

    @Test
    void aTreeWithoutPackagesGetsNoMoreDigests() throws IOException {
        write("usr/bin/ls");
        Files.createDirectories(root.resolve("var/lib/dpkg/status"));
        assertEquals(Set.of(), digests(Captures.tree(root), "usr", "bin", "ls"));
    }
}
