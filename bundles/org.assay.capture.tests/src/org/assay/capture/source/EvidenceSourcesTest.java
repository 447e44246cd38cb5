package org.assay.capture.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.assay.capture.Captures;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.snapshot.Evidence;
import org.assay.model.snapshot.EvidenceKind;
import org.assay.model.snapshot.SourceKind;

@Timeout(60)
class EvidenceSourcesTest {

    private static final String EXPORT = "REGEDIT4\r\n\r\n[HKEY_CURRENT_USER\\X]\r\n";
    private static final String LIST = "Time,Entry Location,Entry,Enabled\r\n,HKLM\\Run,x,enabled\r\n";

    @TempDir
    Path folder;

    @Test
    void everyKindIsNamedOnce() {
        Set<Object> names = new HashSet<>();
        for (EvidenceSource source : EvidenceSources.ALL) {
            EvidenceKind kind = source.kind();
            assertTrue(names.add(kind.kind()) && names.add(kind.title()) && names.add(kind.option()), kind.title());
            assertTrue(kind.option().matches("[a-z]+(-[a-z]+)*") && kind.help().endsWith("."), kind.title());
            assertEquals(kind.folder(), kind.patterns().isEmpty(), kind.title());
            assertEquals(source, EvidenceSources.of(kind.kind()));
        }
    }

    /** Comparisons ask the kinds, for a snapshot keeps no more of a list than that. */
    @Test
    void whichListsNameRegularFilesAloneTheirReadersSay() {
        assertEquals(SourceKind.FILES_ONLY, ListSource.ALL.stream().map(ListSource.class::cast)
                .filter(source -> source.format().filesOnly()).map(source -> source.kind().kind()).collect(Collectors.toSet()));
    }

    @Test
    void aKindOfAnAssayToComeIsRefusedWithItsName() {
        AssayException refused = Captures.refused(new Evidence(new SourceKind("DISK_IMAGE"), "", folder.toString()));
        assertEquals(ErrorCode.SOURCE, refused.code());
        assertTrue(refused.getMessage().startsWith("Evidence of the kind 'disk image' cannot be read by this Assay."),
                refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new SourceKind("disk image"));
    }

    @ParameterizedTest
    @CsvSource({"TREE, export, a registry export: name it as that", "TREE, hive, a registry hive: name it as that",
        "TREE, list, an Autoruns list: name it as that", "HIVE, list, an Autoruns list: name it as that",
        "REG_EXPORT, list, an Autoruns list: name it as that", "AUTORUNS, hive, a registry hive: name it as that",
        "AUTORUNS, export, a registry export: name it as that"})
    void whatWasTakenForAnotherKindIsSaid(String kind, String content, String hint) throws IOException {
        Path file = Files.write(folder.resolve("a\nfile"), switch (content) {
            case "export" -> EXPORT.getBytes(StandardCharsets.US_ASCII);
            case "hive" -> "regf".repeat(2000).getBytes(StandardCharsets.US_ASCII);
            default -> LIST.getBytes(StandardCharsets.UTF_16);
        });
        String said = Captures.refused(new Evidence(new SourceKind(kind), "", file.toString())).getMessage();
        assertTrue(said.endsWith("a\\nfile looks like " + hint + "."), said);
    }

    @Test
    void nothingIsGuessedOfAnyOtherFile() throws IOException {
        Path file = Files.writeString(folder.resolve("text"), "hello");
        for (EvidenceSource source : EvidenceSources.ALL) {
            String said = Captures.refused(new Evidence(source.kind().kind(), "", file.toString())).getMessage();
            assertFalse(said.contains("looks like"), said);
        }
    }
}
