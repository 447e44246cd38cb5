package org.assay.capture.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.assay.capture.Captures;
import org.assay.capture.ListingProgram;
import org.assay.capture.Shell;
import org.assay.testkit.HostileNames;

@Timeout(60)
class ExactNameTest {

    private static final List<String> NAMES = HostileNames.onDisk();

    @TempDir
    Path folder;

    @Test
    void keepsEveryByteOfAName() {
        List<String> names = NAMES.stream().map(name -> ExactName.of(HostileNames.in(folder, name).getFileName())).toList();
        assertEquals(NAMES, names);
    }

    @Test
    void findsAFileByTheNameThatItGave() throws IOException {
        for (String name : NAMES) {
            Files.writeString(HostileNames.in(folder, name), name.replaceAll("[^a-z]", "?"));
            assertEquals(HostileNames.in(folder, name), ExactName.in(folder, name));
            assertTrue(Files.exists(ExactName.in(folder, name)), name);
        }
    }

    @Test
    void keepsTheSlashesOfALinksTarget() {
        Path link = HostileNames.in(Path.of("/a"), "\udcff");
        assertEquals("/a/\udcff", ExactName.of(link));
        assertEquals("a/\udcff", ExactName.of(link.getRoot().relativize(link)));
    }

    @Test
    void aNameThatSpellsAnEscapeIsNotUndone() {
        assertEquals("%41é%FF", ExactName.of(HostileNames.in(folder, "%41é%FF").getFileName()));
    }

    @ParameterizedTest
    @ValueSource(strings = { "C", "C.UTF-8" })
    void namesAreTheSameInEveryLocale(String locale) throws IOException {
        Path tree = Files.createDirectory(folder.resolve("tree"));
        for (String name : NAMES) {
            Files.writeString(HostileNames.in(tree, name), "abc");
        }
        Shell.sh(tree, "ln -s \"$(printf '/x/\\377\\303\\251')\" \"$(printf 'link\\200')\"");
        Shell.Run run = Shell.listing(List.of("env", "LC_ALL=" + locale), tree);
        assertEquals(0, run.exit(), run.complaint());
        List<String> expected = ListingProgram.lines(Captures.tree(tree));
        Shell.sh(tree, "rm link*");
        assertEquals(expected, new String(run.output(), StandardCharsets.US_ASCII).lines().toList());
        assertTrue(new String(run.output(), StandardCharsets.US_ASCII).contains("2f782fffc3a9"));
    }
}
