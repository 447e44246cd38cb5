package org.assay.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.assay.model.ContentType;
import org.assay.model.Signature;
import org.assay.model.SignatureStatus;
import org.assay.testkit.FuzzSeeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The seeds of the fuzz targets for types, programs and their signatures, see docs/fuzzing.md. */
class FuzzSeedsTest {

    static List<Path> programs() {
        return FuzzSeeds.of("org.assay.content.tests", "program");
    }

    static List<Path> messages() {
        return FuzzSeeds.of("org.assay.content.tests", "signed-message");
    }

    static List<Path> tables() {
        return FuzzSeeds.of("org.assay.content.tests", "certificate-table");
    }

    static List<Path> types() {
        return FuzzSeeds.of("org.assay.content.tests", "content-type");
    }

    @ParameterizedTest
    @MethodSource("programs")
    void aProgramIsRead(Path seed) throws IOException {
        ProgramFuzz.fuzzerTestOneInput(Files.readAllBytes(seed));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void aMessageIsRead(Path seed) throws IOException {
        SignedMessageFuzz.fuzzerTestOneInput(Files.readAllBytes(seed));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aTableIsRead(Path seed) throws IOException {
        CertificateTableFuzz.fuzzerTestOneInput(Files.readAllBytes(seed));
    }

    @ParameterizedTest
    @MethodSource("types")
    void aTypeIsFound(Path seed) throws IOException {
        ContentTypeFuzz.fuzzerTestOneInput(Files.readAllBytes(seed));
    }

    @ParameterizedTest
    @MethodSource("types")
    void aFileIsOfTheTypeItIsNamedAfter(Path seed) throws IOException {
        byte[] file = Files.readAllBytes(seed);
        String name = seed.getFileName().toString().toUpperCase(Locale.ROOT).replace('-', '_');
        assertEquals(ContentType.valueOf(name), TypeDetector.detect(file, file.length));
    }

    @ParameterizedTest
    @CsvSource({"plain,VALID", "two,VALID", "nested,VALID", "filled-up,VALID", "other-type,UNREADABLE", "too-long,UNREADABLE",
        "short,UNREADABLE", "many,UNREADABLE"})
    void theTablesReachWhatTheyAreFor(String name, SignatureStatus status) throws IOException {
        Signature signature = CertificateTableFuzz.signature(Files.readAllBytes(tables().getFirst().resolveSibling(name)));
        assertEquals(status, signature.status(), signature.detail());
    }

    @ParameterizedTest
    @CsvSource({"plain,false", "nested,false", "token,true", "counter,true"})
    void theMessagesReachWhatTheyAreFor(String name, boolean stamped) throws IOException {
        Signature signature = SignedMessageFuzz.check(Files.readAllBytes(messages().getFirst().resolveSibling(name)));
        assertEquals(SignatureStatus.VALID, signature.status(), signature.detail());
        assertEquals(stamped, signature.signed().isPresent());
    }

    @Test
    void theProgramsReachWhatTheyAreFor() throws IOException {
        for (String name : List.of("signed-32", "signed-64")) {
            byte[] program = Files.readAllBytes(programs().getFirst().resolveSibling(name));
            assertEquals(Optional.of(SignatureStatus.VALID), ProgramFuzz.facts(program, 100).signature().map(Signature::status), name);
        }
    }
}
