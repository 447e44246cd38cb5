package org.assay.registry.reg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.assay.registry.Recording;
import org.assay.registry.RegistryProblem;
import org.assay.registry.RegistryProblem.Kind;
import org.assay.registry.RegistryValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegKeyLineTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', value = {
        "[HKEY_CURRENT_USER\\.test] ;comment~.test",
        "[HKEY_CURRENT_USER\\k] ; x ]~`k] ; x `",
        "[HKEY_CURRENT_USER\\a[b]c\"d;e]~a[b]c\"d;e",
        "[HKEY_CURRENT_USER\\a]]~a]",
        "[HKEY_CURRENT_USER\\%PATH%=cmd|..]~%PATH%=cmd|..",
        "\t [HKEY_CURRENT_USER\\a]~a",
    })
    void theLastBracketCloses(String line, String name) {
        Recording recording = RegSource.version5(folder, line + "\r\n\"v\"=dword:1\r\n");
        assertEquals(List.of("HKEY_CURRENT_USER", name), recording.value().key());
        assertEquals(List.of(), recording.lost());
    }

    @Test
    void aBlankBeforeTheBracketBelongsToTheName() {
        assertEquals(List.of("HKEY_CURRENT_USER\\a \t"), RegSource.version5(folder, "[HKEY_CURRENT_USER\\a \t]").paths());
    }

    @Test
    void doubledAndTrailingBackslashesCollapse() {
        assertEquals(List.of("HKEY_USERS\\a\\b"), RegSource.version5(folder, "[HKEY_USERS\\\\a\\\\\\b\\]").paths());
        assertEquals(List.of("HKEY_USERS"), RegSource.version5(folder, "[HKEY_USERS\\]").paths());
        assertEquals(List.of("HKEY_USERS"), RegSource.version5(folder, "[HKEY_USERS]").paths());
    }

    @ParameterizedTest
    @ValueSource(strings = {"HKEY_LOCAL_MACHINE", "HKEY_USERS", "HKEY_CLASSES_ROOT", "HKEY_CURRENT_CONFIG", "HKEY_CURRENT_USER",
        "HKEY_DYN_DATA"})
    void rootsAreReadInAnyCase(String root) {
        assertEquals(List.of(root + "\\a"), RegSource.version5(folder, "[" + root.toLowerCase(Locale.ROOT) + "\\a]").paths());
    }

    @ParameterizedTest
    @CsvSource({"HKLM,HKEY_LOCAL_MACHINE", "HKCU,HKEY_CURRENT_USER", "HKCR,HKEY_CLASSES_ROOT", "HKU,HKEY_USERS", "HKCC,HKEY_CURRENT_CONFIG",
        "HKDD,HKEY_DYN_DATA", "hklm,HKEY_LOCAL_MACHINE"})
    void shortRootsAreAcceptedWithOneNotice(String alias, String root) {
        Recording recording = RegSource.version5(folder, "[" + alias + "\\a]\r\n[" + alias + "\\b]\r\n");
        assertEquals(List.of(root + "\\a", root + "\\b"), recording.paths());
        assertEquals(List.of(Kind.ACCEPTED), recording.problems.stream().map(RegistryProblem::kind).toList());
        assertEquals(3, recording.problems.getFirst().position());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[ HKEY_CURRENT_USER\\a]", "[- HKEY_CURRENT_USER\\a]", "[HKEY_CURRENT_USERS\\a]", "[H\u212aEY_CURRENT_USER\\a]",
        "[HKEY_CURRENT_USER \\a]", "[]", "[\\a]", "[(HiveRoot)\\a]", "[user\\a]", "[-]", "[\\HKEY_CURRENT_USER\\a]", "[HKEY\u007fUSERS\\a]",
        "[-HKEY_CURRENT_USER]", "[-HKEY_CURRENT_USER\\]",
        "[HKEY_CURRENT_USER\\a"})
    void aKeyLineThatIsNoneIsReportedWithTheValuesBelowIt(String line) {
        Recording recording = RegSource.version5(folder,
                "[HKEY_USERS\\before]\r\n" + line + "\r\n\"a\"=hex:01,\\\r\n  02\r\n@=\"x\"\r\n[HKEY_USERS\\after]\r\n\"v\"=dword:1\r\n");
        assertEquals(List.of("HKEY_USERS\\before", "HKEY_USERS\\after"), recording.paths());
        assertEquals(List.of("HKEY_USERS", "after"), recording.value().key());
        assertEquals(List.of(4L), recording.lost());
        assertTrue(recording.messages().contains("Lines 4 to 7."), recording.messages());
    }

    @Test
    void keysWithoutARootAreOneProblemUntilOneHasARoot() {
        Recording recording = RegSource.version5(folder, "[\\a]\r\n@=\"x\"\r\n\r\n[(HiveRoot)]\r\n; why\r\n\"v\"=dword:1\r\n\r\n"
                + "[HKEY_USERS\\b]\r\n\r\n[]\r\n");
        assertEquals(List.of("HKEY_USERS\\b"), recording.paths());
        assertEquals(List.of(3L, 12L), recording.lost());
        assertTrue(recording.messages().contains("Lines 3 to 8."), recording.messages());
    }

    @Test
    void keysWithoutARootGoWhereTheCallerSays() {
        Recording recording = RegSource.read(folder, RegSource.utf16(RegSource.VERSION_5 + "[\\a]\r\n[(HiveRoot)\\b]\r\n[]\r\n[c\\]\r\n"
                + "[-d]\r\n[HKEY_USERS\\e]\r\n"), new RegFileReader().below(List.of("HKEY_LOCAL_MACHINE", "SYSTEM")));
        assertEquals(List.of("HKEY_LOCAL_MACHINE\\SYSTEM\\a", "HKEY_LOCAL_MACHINE\\SYSTEM\\b", "HKEY_LOCAL_MACHINE\\SYSTEM",
                "HKEY_LOCAL_MACHINE\\SYSTEM\\c", "HKEY_USERS\\e"), recording.paths());
        assertTrue(recording.found.contains(new Recording.DeletedKey(List.of("HKEY_LOCAL_MACHINE", "SYSTEM", "d"))),
                recording.found::toString);
        assertEquals(List.of(Kind.ACCEPTED), recording.problems.stream().map(RegistryProblem::kind).toList());
    }

    @Test
    void theKernelsNamesOfTheRootsAreAccepted() {
        Recording recording = RegSource.version5(folder,
                "[\\Registry\\Machine\\a]\r\n[REGISTRY\\USER\\S-1-5-18]\r\n[machine\\b]\r\n");
        assertEquals(List.of("HKEY_LOCAL_MACHINE\\a", "HKEY_USERS\\S-1-5-18", "HKEY_LOCAL_MACHINE\\b"), recording.paths());
        assertEquals(List.of(), recording.lost());
    }

    @Test
    void deletedKeysAreReportedAndValuesBelowThemSkipped() {
        Recording recording = RegSource.version5(folder, "[-HKEY_CURRENT_USER\\a\\b] ; gone\r\n\"v\"=dword:1\r\n");
        assertEquals(List.of(new Recording.DeletedKey(List.of("HKEY_CURRENT_USER", "a", "b"))), recording.found);
        assertEquals(List.of(4L), recording.lost());
    }

    @Test
    void theSameKeyMayComeTwice() {
        Recording recording = RegSource.version5(folder, "[HKEY_USERS\\a]\r\n\"v\"=dword:1\r\n[HKEY_USERS\\A]\r\n\"V\"=dword:2\r\n");
        assertEquals(List.of("HKEY_USERS\\a", "HKEY_USERS\\A"), recording.paths());
        assertEquals(List.of("v", "V"), recording.values().stream().map(RegistryValue::name).toList());
    }

    @Test
    void aLineBreakInANameIsFollowed() {
        Recording recording = RegSource.version5(folder, "[HKEY_CURRENT_USER\\testnew\r\nne\r\nw] ;\r\n\"v\"=dword:1\r\n");
        assertEquals(List.of("HKEY_CURRENT_USER", "testnew\nne\nw"), recording.value().key());
        assertEquals(List.of(Kind.ACCEPTED), recording.problems.stream().map(RegistryProblem::kind).toList());
    }

    @Test
    void aNulInANameIsKept() {
        assertEquals(List.of("HKEY_CURRENT_USER\\a\0b"), RegSource.version5(folder, "[HKEY_CURRENT_USER\\a\0b]").paths());
    }

    @Test
    void aKeyLineThatNeverEndsIsReported() {
        Recording recording = RegSource.version5(folder, "[HKEY_USERS\\" + "a\\".repeat(200_000) + "]\r\n\"v\"=dword:1\r\n[HKEY_USERS\\b]");
        assertEquals(List.of("HKEY_USERS\\b"), recording.paths());
        assertEquals(List.of(3L), recording.lost());
    }

    @Test
    void textAfterTheBracketIsPassedOverWithANotice() {
        Recording recording = RegSource.version5(folder, "[HKEY_USERS\\a] x\r\n\"v\"=dword:1");
        assertEquals(List.of("HKEY_USERS", "a"), recording.value().key());
        assertEquals(1, recording.problems.size());
        assertEquals(List.of(), recording.lost());
    }

    @Test
    void commentsAndBlankLinesSayNothing() {
        Recording recording = RegSource.version5(folder, "; [HKEY_USERS\\a]\r\n  ;x\r\n\r\n \t\r\n[HKEY_USERS\\b]\r\n;\"v\"=dword:1");
        assertEquals(List.of("HKEY_USERS\\b"), recording.paths());
        assertEquals(List.of(), recording.problems);
    }

    @Test
    void otherLinesAreReportedAsOneForARun() {
        Recording recording = RegSource.version5(folder, "# no comment\r\nv=1\r\n\r\n[HKEY_USERS\\b]\r\nx\r\n");
        assertEquals(List.of(3L, 7L), recording.lost());
        assertTrue(recording.messages().contains("Lines 3 to 4."), recording.messages());
        assertEquals(List.of("HKEY_USERS", "b"), recording.problems.getLast().path());
    }

    @Test
    void aValueBeforeTheFirstKeyIsReported() {
        assertEquals(List.of(3L), RegSource.version5(folder, "\"v\"=dword:1\r\n").lost());
    }
}
