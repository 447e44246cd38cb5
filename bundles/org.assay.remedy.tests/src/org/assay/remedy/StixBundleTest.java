package org.assay.remedy;

import static org.assay.remedy.JsonSchema.object;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.assay.remedy.Indicator.Content;
import org.assay.remedy.Indicator.FilePlace;
import org.assay.remedy.Indicator.FolderPlace;
import org.assay.remedy.Indicator.Key;
import org.assay.remedy.Indicator.Sign;
import org.assay.remedy.Indicator.Value;
import org.junit.jupiter.api.Test;

class StixBundleTest {

    private static final Instant DECIDED = Instant.parse("2026-03-02T10:15:00Z");

    private static String json(String host, List<Indicator> indicators) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StixBundle.write(host, indicators, out);
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    private static List<Map<String, Object>> objects(String json) {
        return ((List<?>) object(JsonTree.read(json)).get("objects")).stream().map(JsonSchema::object).toList();
    }

    private static List<Indicator> hostile() {
        List<Sign> signs = new ArrayList<>();
        signs.add(new Content("0".repeat(64), 1));
        for (String name : Hostile.names()) {
            if (name.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE)) {
                signs.addAll(List.of(new FilePlace("C:\\" + name, name), new FolderPlace(name), new Key("HKEY_USERS\\" + name),
                        new Value(name, name, Optional.of(name)), new Value(name, name, Optional.empty())));
            }
        }
        return signs.stream().map(sign -> new Indicator(1, "shown", true, DECIDED, sign)).toList();
    }

    private static Map<String, String> expected(Sign sign) {
        return switch (sign) {
            case Content(String sha256, _) -> Map.of("file:hashes.'SHA-256'", sha256);
            case FilePlace(String folder, String name) -> Map.of("file:name", name, "file:parent_directory_ref.path", folder);
            case FolderPlace(String path) -> Map.of("directory:path", path);
            case Key(String path) -> Map.of("windows-registry-key:key", path);
            case Value(String key, String name, Optional<String> data) -> data
                    .map(text -> Map.of("windows-registry-key:key", key, "windows-registry-key:values[*].name", name,
                            "windows-registry-key:values[*].data", text))
                    .orElse(Map.of("windows-registry-key:key", key, "windows-registry-key:values[*].name", name));
        };
    }

    @Test
    void whateverTheNamesTheRulesOfTheStandardHold() throws IOException {
        JsonSchema schema = JsonSchema.inTests("stix-bundle.schema.json");
        for (List<Indicator> indicators : List.of(hostile(), Indicators.of(Hostile.contents()).all(),
                Indicators.of(Outbreak.contents()).all())) {
            String json = json("PC", indicators);
            assertEquals(List.of(), schema.problems(JsonTree.read(json)));
            assertTrue(json.chars().allMatch(unit -> unit == '\n' || unit >= ' ' && unit <= 0x7f), "ASCII only");
            List<Map<String, Object>> objects = objects(json);
            assertEquals(indicators.size() + 1, objects.size());
            assertEquals(objects.size(), objects.stream().map(one -> one.get("id")).distinct().count(), "no id comes twice");
            assertEquals(1, objects.stream().filter(one -> one.get("type").equals("identity")).count());
            String identity = (String) objects.getFirst().get("id");
            assertTrue(objects.stream().skip(1).allMatch(one -> identity.equals(one.get("created_by_ref"))));
        }
    }

    @Test
    void everyNameComesBackOutOfItsPatternExactly() throws IOException {
        List<Indicator> indicators = hostile();
        List<Map<String, Object>> objects = objects(json("PC", indicators));
        for (int at = 0; at < indicators.size(); at++) {
            assertEquals(expected(indicators.get(at).sign()), StixPatternText.tests((String) objects.get(at + 1).get("pattern")));
        }
    }

    @Test
    void thePatternsOfAnExportAreReadByTheGrammar() throws IOException {
        for (Map<String, Object> one : objects(json("PC", Indicators.of(Hostile.contents()).all())).stream().skip(1).toList()) {
            String pattern = (String) one.get("pattern");
            StixPatternText.tests(pattern);
            assertTrue(pattern.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE), "I-JSON");
        }
    }

    @Test
    void theSchemaRefusesWhatTheStandardDoes() throws IOException {
        JsonSchema schema = JsonSchema.inTests("stix-bundle.schema.json");
        String json = json("PC", hostile());
        for (String[] swap : new String[][] {{"\"2.1\"", "\"2.0\""}, {"\"bundle--", "\"indicator--"}, {"\"pattern_type\":\"stix\",", ""},
                {".000Z", "Z"}, {"\"identity_class\"", "\"class\""}, {"\"pattern\":\"\\[", "\"pattern\":\""}}) {
            assertFalse(schema.problems(JsonTree.read(json.replaceFirst(swap[0], swap[1]))).isEmpty(), swap[0]);
        }
    }

    @Test
    void identifiersDependOnHostPatternAndTimeAndAreOfVersionFive() throws IOException {
        Indicator one = new Indicator(1, "a", false, DECIDED, new Key("HKEY_USERS\\X"));
        assertEquals(ids("PC", one), ids("PC", new Indicator(9, "a", false, DECIDED, one.sign())));
        assertNotEquals(ids("PC", one), ids("PC-2", one));
        assertNotEquals(ids("PC", one), ids("PC", new Indicator(1, "a", false, DECIDED.plusMillis(1), one.sign())));
        assertNotEquals(ids("PC", one), ids("PC", new Indicator(1, "a", false, DECIDED, new Key("HKEY_USERS\\Y"))));
    }

    private static List<String> ids(String host, Indicator indicator) throws IOException {
        Map<String, Object> bundle = object(JsonTree.read(json(host, List.of(indicator))));
        List<String> ids = new ArrayList<>(List.of((String) bundle.get("id")));
        ids.add(((List<?>) bundle.get("objects")).stream().map(one -> (String) object(one).get("id")).collect(Collectors.joining(" ")));
        return ids;
    }
}
