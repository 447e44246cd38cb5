package org.assay.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.item.DigestAlgorithm;
import org.assay.model.snapshot.CaptureOptions;
import org.assay.model.snapshot.Evidence;
import org.assay.model.snapshot.RegistryOptions;
import org.assay.model.snapshot.Role;
import org.assay.model.snapshot.ScopeFilter;
import org.assay.model.snapshot.SourceKind;

class ArgumentTest {

    private final ArgumentValues values = new ArgumentValues();

    private <T> void read(Argument<T> argument, String text) {
        values.put(argument, argument.type().read(text));
    }

    @Test
    void aCaptureIsWhatItsArgumentsSay() {
        read(CaptureSnapshot.HOST, "pc");
        read(CaptureSnapshot.ROLE, "Suspect");
        read(CaptureSnapshot.evidence(SourceKind.TREE), "C=/mnt/a=b");
        read(CaptureSnapshot.evidence(SourceKind.HIVE), "/SYSTEM");
        read(CaptureSnapshot.evidence(SourceKind.AUTORUNS), "a=b.csv");
        read(CaptureSnapshot.DIGESTS, "md5,SHA1");
        values.put(CaptureSnapshot.DELETED, true);
        values.put(CaptureSnapshot.THREADS, 3L);
        assertEquals(new CaptureSnapshot("pc", Role.SUSPECT, "", List.of(new Evidence(SourceKind.TREE, "C", "/mnt/a=b"),
                new Evidence(SourceKind.HIVE, "", "/SYSTEM"), new Evidence(SourceKind.AUTORUNS, "", "a=b.csv")),
                CatalogueFiles.NONE,
                new CaptureOptions(Set.of(DigestAlgorithm.MD5, DigestAlgorithm.SHA1), false, 3, new RegistryOptions(true, true),
                        ScopeFilter.ALL,
                        CaptureOptions.USUAL_TIMEOUT)),
                CaptureSnapshot.of(values));
    }

    @Test
    void whatIsRequiredIsMissingUntilItIsThere() {
        assertEquals(List.of(CaptureSnapshot.HOST, CaptureSnapshot.ROLE), values.missing(CaptureSnapshot.ARGUMENTS));
        read(CaptureSnapshot.HOST, "  ");
        assertEquals(CaptureSnapshot.HOST, values.missing(CaptureSnapshot.ARGUMENTS).getFirst());
        read(CaptureSnapshot.HOST, "pc");
        assertEquals(List.of(CaptureSnapshot.ROLE), values.missing(CaptureSnapshot.ARGUMENTS));
        AssayException missing = assertThrows(AssayException.class, () -> CaptureSnapshot.of(values));
        assertEquals("Role is missing. Which state of the machine the snapshot shows. One of baseline, suspect, verification.",
                missing.getMessage());
    }

    @Test
    void aCaptureOfNothingOrOfTwoTreesOfOneNameIsRefused() {
        assertTrue(CaptureSnapshot.problem(values).orElseThrow().startsWith("There is nothing to capture"));
        values.put(CaptureSnapshot.evidence(SourceKind.TREE), List.of(new Evidence(SourceKind.TREE, "C", "/a"),
                new Evidence(SourceKind.TREE, "C", "/b")));
        assertTrue(CaptureSnapshot.problem(values).orElseThrow().startsWith("Two trees have the same name"));
        read(CaptureSnapshot.evidence(SourceKind.TREE), "C=/a");
        assertEquals(Optional.empty(), CaptureSnapshot.problem(values));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1001", "x", "", "9999999999999999999", "1.0"})
    void aNumberOutOfItsBoundsIsRefusedWithThem(String text) {
        AssayException refused = assertThrows(AssayException.class, () -> CaptureSnapshot.THREADS.type().read(text));
        assertEquals(ErrorCode.WRONG_USAGE, refused.code());
        assertEquals("'" + text + "' is not a whole number from 1 to 1000.", refused.getMessage());
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        assertRead(CaptureSnapshot.ROLE, Role.VERIFICATION);
        assertRead(CaptureSnapshot.DIGESTS, List.of(DigestAlgorithm.BLAKE3, DigestAlgorithm.MD5));
        assertRead(CaptureSnapshot.THREADS, 7L);
        assertRead(CaptureSnapshot.evidence(SourceKind.TREE), List.of(new Evidence(SourceKind.TREE, "", "/a=b")));
        assertRead(ExportRemediation.FOLDER, Path.of("/x y"));
        assertRead(CaptureSnapshot.DELETED, true);
    }

    private static <T> void assertRead(Argument<T> argument, T value) {
        assertEquals(value, argument.type().read(argument.type().text(value)));
    }

    @Test
    void argumentsAreDescribedForPeopleAndNamedOnce() {
        Set<String> names = new HashSet<>();
        for (Argument<?> argument : CaptureSnapshot.ARGUMENTS) {
            assertTrue(names.add(argument.name()) && argument.name().matches("[a-z]+(-[a-z]+)*"), argument.name());
            assertTrue(Character.isUpperCase(argument.label().charAt(0)) && argument.help().endsWith("."), argument.name());
        }
    }

    @Test
    void changesAreSelectedByNumbersOrByPatternAndNotByBoth() {
        assertThrows(AssayException.class, () -> ChangeSelection.of(values));
        read(ChangeSelection.CHANGES, "1,2");
        assertEquals(new ChangeSelection.Numbers(Set.of(1, 2)), ChangeSelection.of(values));
        read(ChangeSelection.GLOB, "**");
        assertThrows(AssayException.class, () -> ChangeSelection.of(values));
    }
}
