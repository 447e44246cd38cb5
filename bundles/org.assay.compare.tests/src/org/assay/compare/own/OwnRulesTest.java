package org.assay.compare.own;

import static org.assay.testkit.Items.at;
import static org.assay.testkit.Items.detailed;
import static org.assay.testkit.Items.file;
import static org.assay.testkit.Items.string;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.assay.compare.Knowledge;
import org.assay.compare.SnapshotComparison;
import org.assay.model.AssayException;
import org.assay.model.Progress;
import org.assay.model.change.Change;
import org.assay.model.change.CommonScope;
import org.assay.model.item.ContentType;
import org.assay.model.item.FileDetails;
import org.assay.model.item.Item;
import org.assay.testkit.ListView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnRulesTest {

    private static final String RULES = """
            name = "payroll"

            [[rule]]
            glob = '/srv/exchange/keep.*'
            severity = "info"
            why = "It is ours"

            [[rule]]
            glob = '/srv/exchange/**'
            change = ["added", "modified"]
            type = ["pe", "script"]
            severity = "medium"
            why = "No programs here"

            [[rule]]
            glob = 'HKLM/Software/Payroll/**'
            severity = "high"
            why = "Payroll's settings"
            """;

    private static final String LATER = "2000-05-04T08:15:00Z";

    @Test
    void theFirstRuleThatSpeaksOfAChangeIsItsFinding() {
        assertEquals(List.of("MEDIUM No programs here (rule of payroll, line 8)."), found(List.of(), List.of(program("/srv/exchange/a"))));
        assertEquals(List.of("INFO It is ours (rule of payroll, line 3)."), found(List.of(), List.of(program("/srv/exchange/keep.exe"))));
        assertEquals(List.of(), found(List.of(), List.of(file("/srv/exchange/a.txt", "text"))), "of another type");
        assertEquals(List.of(), found(List.of(program("/srv/exchange/a")), List.of()), "another kind of change");
        assertEquals(List.of(), found(List.of(), List.of(program("/srv/other/a"))), "another place");
        assertEquals(List.of("HIGH Payroll's settings (rule of payroll, line 15)."),
                found(List.of(), List.of(string("HKLM\\Software\\Payroll\\Db", "Server", "x"))));
    }

    private static Item program(String path) {
        return at(LATER, detailed(file(path, "MZ"), FileDetails.NONE.withContent(Map.of(), Optional.of(ContentType.PE), Optional.empty())));
    }

    private static List<String> found(List<Item> before, List<Item> after) {
        Knowledge knowledge = Knowledge.SHIPPED.withRules("payroll.toml", RULES);
        List<Change> changes = SnapshotComparison.run(ListView.of(before.toArray(Item[]::new)), ListView.of(after.toArray(Item[]::new)),
                CommonScope.ofEverything(), knowledge, Progress.NONE).changes();
        return changes.stream().flatMap(change -> change.findings().stream()).filter(finding -> finding.code().equals("own-rule"))
                .map(finding -> finding.severity() + " " + finding.sentence()).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "severity = \"grave\" | line 4: severity is one of info, low, medium, high, not: grave",
        "severity = \"low\"~type = [\"exe\"] | line 5: type is one of ",
        "severity = \"low\"~change = \"added\" | line 5: change is a list",
        "severity = \"low\"~when = 1 | line 5: there is no field when; there are change, glob, severity, type, why",
        "severity = 'low'~x | line 5: "})
    void whatIsWrongIsSaidWithItsLine(String lines, String expected) {
        String text = "name = 'x'\n[[rule]]\nglob = '/**'\n" + lines.replace("~", "\n") + "\nwhy = 'x'\n";
        String message = assertThrows(AssayException.class, () -> OwnRules.read("r.toml", text)).getMessage();
        assertEquals("the rules in r.toml cannot be read, " + expected.strip(), message.substring(0, Math.min(message.length(),
                expected.strip().length() + "the rules in r.toml cannot be read, ".length())));
    }
}
