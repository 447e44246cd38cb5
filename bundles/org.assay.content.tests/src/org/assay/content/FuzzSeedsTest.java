package org.assay.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.assay.model.item.ContentType;
import org.assay.model.item.Signature;
import org.assay.model.item.SignatureStatus;
import org.assay.testkit.FuzzSeeds;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The seeds of the fuzz targets for types, programs and their signatures, see docs/fuzzing.md. */
class FuzzSeedsTest {

    private static final String BUNDLE = "org.assay.content.tests";

    static List<Path> types() {
        return FuzzSeeds.of(BUNDLE, "content-type");
    }

    @TestFactory
    Stream<DynamicTest> everySeedIsRead() {
        return FuzzSeeds.replay(BUNDLE, Map.of("program", ProgramFuzz::fuzzerTestOneInput,
                "signed-message", SignedMessageFuzz::fuzzerTestOneInput, "certificate-table", CertificateTableFuzz::fuzzerTestOneInput,
                "content-type", ContentTypeFuzz::fuzzerTestOneInput, "catalogue", CatalogueFuzz::fuzzerTestOneInput,
                "version-resource", VersionResourceFuzz::fuzzerTestOneInput));
    }

    private static byte[] seed(String folder, String name) throws IOException {
        return Files.readAllBytes(FuzzSeeds.of(BUNDLE, folder).getFirst().resolveSibling(name));
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
        Signature signature = CertificateTableFuzz.signature(seed("certificate-table", name));
        assertEquals(status, signature.status(), signature.detail());
    }

    @ParameterizedTest
    @CsvSource({"plain,false", "nested,false", "token,true", "counter,true"})
    void theMessagesReachWhatTheyAreFor(String name, boolean stamped) throws IOException {
        Signature signature = SignedMessageFuzz.check(seed("signed-message", name));
        assertEquals(SignatureStatus.VALID, signature.status(), signature.detail());
        assertEquals(stamped, signature.signed().isPresent());
    }

    @Test
    void theProgramsReachWhatTheyAreFor() throws IOException {
        for (String name : List.of("signed-32", "signed-64")) {
            byte[] program = seed("program", name);
            assertEquals(Optional.of(SignatureStatus.VALID), ProgramFuzz.facts(program, 100).signature().map(Signature::status), name);
        }
    }
}
