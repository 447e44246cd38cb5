package org.assay.compare.rule;

import static org.assay.testkit.Items.file;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;

import org.assay.compare.SnapshotComparison;
import org.assay.model.Progress;
import org.assay.model.change.Finding;
import org.assay.testkit.ListView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookAlikeNameTest {

    @ParameterizedTest
    @CsvSource({
            "expl\u043erer.exe, HIGH, explorer.exe", "\u0441\u043e\u0440\u0443.exe, HIGH, copy.exe", "\uff45vil.exe, HIGH, evil.exe",
            "svchost.\u0435xe, HIGH, svchost.exe", "r\u0435port.txt, MEDIUM, report.txt", "a\u00a0b.exe, HIGH, a b.exe",
            "p\u0430sswd, MEDIUM, passwd" })
    void lettersThatLookLikeOthersAreSpelledOut(String name, String severity, String reads) {
        assertEquals(severity, found(name).substring(0, severity.length()), name);
        assertEquals(true, found(name).contains("reads like \"" + reads + "\""), found(name));
    }

    @ParameterizedTest
    @CsvSource({
            "explorer.exe", "\u043e\u0442\u0447\u0451\u0442.docx", "\u0441\u043e\u0440.txt", "\u043e\u0442\u0447\u0451\u0442-report.doc",
            "r\u00e9sum\u00e9.doc", "re\u0301sume\u0301.doc", "\u65e5\u672c\u8a9e.txt", "Stra\u00dfe.txt" })
    void wordsOfOneScriptAreNotJudged(String name) {
        assertEquals("", found(name), name);
    }

    @Test
    void aNameThatTheBaselineHasIsNotJudged() {
        ListView view = ListView.of(file("C:/expl\u043erer.exe", "1"));
        assertEquals("", text(view, ListView.of(file("C:/expl\u043erer.exe", "2"))));
    }

    private static String found(String name) {
        return text(ListView.of(), ListView.of(file("C:/" + name, "x")));
    }

    private static String text(ListView before, ListView after) {
        return SnapshotComparison.run(before, after, Progress.NONE).stream().flatMap(change -> change.findings().stream())
                .filter(finding -> finding.code().equals("look-alike-name")).map(LookAlikeNameTest::text).collect(Collectors.joining());
    }

    private static String text(Finding finding) {
        return finding.severity() + " " + finding.sentence();
    }
}
