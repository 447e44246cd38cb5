package org.assay.remedy;

import static org.assay.remedy.Tree.place;
import static org.assay.remedy.Tree.quarantine;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.assay.remedy.plan.Step;
import org.assay.testkit.HostileNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchScriptTest {

    private static final String ABOVE = "\"\r\ncall \"%~f0\" /above\r\n";
    private static final String ITEM = "\"\r\ncall \"%~f0\" /item 1 ";

    private static String script(Step... files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BatchScript.write(List.of(), List.of(files), "ab".repeat(32), out);
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"new\nline", "return\r", "tab\t", "nul\0", "\u001a", "\u007f", "caf\u00e9", "\u202e", "\ud83d", "\udcff",
            "a\"b", "a*b",
        "a?b", "a<b", "a>b", "a|b", "a:b", "a/b", "a\\b", "", ".", "..", "...", "a.", "a ", " ", "CON", "nul", "Com1.txt", "LPT9",
                "AUX .log", "CONIN$",
        "prn.tar.gz", "Clock$"})
    void aNameThatWindowsOrTheInterpreterReadsDifferentlyIsRefused(String name) {
        assertTrue(BatchScript.refusal(quarantine(1, "", place("C:", name)).action()).isPresent());
        assertTrue(BatchScript.refusal(quarantine(1, "", place("C:", name, "a")).action()).isPresent());
        assertTrue(BatchScript.refusal(quarantine(1, "", place("C:", "a", name)).action()).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"win.ini", "a b", " a", "%PATH%", "100%", "a&b", "a^b", "!a!", "a;b,c=d", "(x)", "$(touch pwned)", "`x`",
            "'", "~1", "-rf",
        "COM", "COM10", "console", "nul_", ".nul", "{A}", "[a]", "#", "@echo"})
    void otherNamesArePossible(String name) {
        assertTrue(BatchScript.refusal(quarantine(1, "", place("C:", name)).action()).isEmpty());
    }

    @Test
    void aLongPathIsRefused() {
        assertTrue(BatchScript.refusal(quarantine(1, "", place("", "a".repeat(100), "b".repeat(99))).action()).isEmpty());
        assertTrue(BatchScript.refusal(quarantine(1, "", place("", "a".repeat(100), "b".repeat(100))).action()).isPresent());
        assertTrue(BatchScript.refusal(quarantine(1, "", place("C:")).action()).isPresent());
    }

    @Test
    void onlyDrivesAndTreesWithoutANameAreForWindows() {
        assertTrue(BatchScript.isFor(place("C:", "a")) && BatchScript.isFor(place("z:", "a")) && BatchScript.isFor(place("", "a")));
        assertFalse(BatchScript.isFor(place("root", "a")) || BatchScript.isFor(place("C:\r\ndel", "a"))
                || BatchScript.isFor(place("CC:", "a")));
    }

    @Test
    void aNameStandsInOneAssignmentOnly() throws IOException {
        for (String name : HostileNames.all()) {
            if (BatchScript.refusal(quarantine(1, "", place("C:", name, name)).action()).isEmpty()) {
                String script = script(quarantine(1, "worm", place("C:", name, name)));
                String literal = name.replace("%", "%%");
                assertTrue(script.contains("set \"folder=\\" + literal + ABOVE + "set \"name=" + literal + ITEM), script);
                assertEquals(script(quarantine(1, "worm", place("C:", "x", "x"))),
                        script.replace("\\" + literal + ABOVE, "\\x" + ABOVE).replace("name=" + literal + ITEM, "name=x" + ITEM));
            }
        }
    }

    @Test
    void theScriptIsAsciiWithWindowsLineEnds() throws IOException {
        String script = script(quarantine(1, "worm", place("C:", "a")), quarantine(2, "worm", place("D:", "a")));
        assertTrue(script.chars().allMatch(unit -> unit < 0x7f));
        assertEquals(script, script.replace("\r\n", "\n").replace("\n", "\r\n"));
        assertFalse(script.replace("\r\n", "").contains("\r"));
    }
}
