package org.assay.remedy;

import static org.assay.testkit.Items.file;
import static org.assay.testkit.Items.string;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.assay.model.change.Decision;
import org.assay.model.change.TaggedChange;
import org.assay.testkit.Programs;
import org.assay.testkit.Programs.Outcome;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigmaRulesTest {

    /** Prints each rule's selection as PyYAML reads it, and fails where a rule has a key that no rule has. */
    private static final String READ = """
            import sys, yaml, json
            for rule in yaml.safe_load_all(open(sys.argv[1])):
                assert set(rule) == {'title', 'id', 'status', 'description', 'author', 'date', 'logsource', 'detection', 'level'}, rule
                assert set(rule['detection']) == {'selection', 'condition'}, rule
                print(json.dumps(rule['detection']['selection']))
            """;

    @TempDir
    private Path folder;

    private static String text(TaggedChange... changes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SigmaRules.write(Changes.HOST, Indicators.of(Changes.contents(changes)).all(), out);
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    @Test
    void whatMeansSomethingInAValueIsEscaped() throws IOException {
        String rule = text(Changes.tagged(Decision.QUARANTINE, Changes.added(1, string("HKCU\\Software\\Run*", "a?\"b", "c:\\x\n*"))));
        assertTrue(rule.contains("\n        TargetObject|endswith: \"\\\\\\\\Software\\\\\\\\Run\\\\*\\\\\\\\a\\\\?\\\"b\"\n"), rule);
        assertTrue(rule.contains("\n        Details: \"c:\\\\\\\\x\\U0000000a\\\\*\"\n"), rule);
        assertTrue(rule.chars().allMatch(unit -> unit == '\n' || unit >= ' ' && unit < 0x7f));
    }

    @Test
    void aYamlReaderFindsOneSelectionForEachSignWhateverTheNames() throws IOException {
        Programs.assumeThereIs("python3");
        Assumptions.assumeTrue(Programs.run(folder, "python3", "-c", "import yaml").exitCode() == 0, "python3-yaml is not there");
        List<TaggedChange> changes = new ArrayList<>();
        for (String name : Hostile.names()) {
            int number = changes.size() + 1;
            changes.add(Changes.tagged(Decision.QUARANTINE, Changes.added(number, string("HKLM\\Software\\Run", name, name + number))));
            changes.add(Changes.tagged(Decision.QUARANTINE, Changes.added(number + 1, file("C:/worm " + number, "worm"))));
        }
        TaggedChange[] all = changes.toArray(TaggedChange[]::new);
        List<Indicator> signs = Indicators.of(Changes.contents(all)).all();
        Files.writeString(folder.resolve("sigma.yml"), text(all));
        Outcome read = Programs.run(folder, "python3", "-c", READ, "sigma.yml");
        assertEquals(0, read.exitCode(), read.output());
        assertEquals(signs.size(), read.output().lines().count());
        assertTrue(signs.size() > changes.size() / 2);
    }
}
