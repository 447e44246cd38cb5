package org.assay.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.assay.model.Signature;
import org.assay.model.SignatureStatus;
import org.assay.testkit.FuzzSeeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The seeds of the fuzz targets for programs and their signatures, see docs/fuzzing.md. */
class FuzzSeedsTest {

    static List<Path> programs() {
        return FuzzSeeds.of("org.assay.content.tests", "program");
    }

    static List<Path> messages() {
        return FuzzSeeds.of("org.assay.content.tests", "signed-message");
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
