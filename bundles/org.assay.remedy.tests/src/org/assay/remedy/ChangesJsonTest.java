package org.assay.remedy;

import static org.assay.remedy.JsonSchema.object;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.TaggedChange;
import org.assay.model.item.Item;
import org.assay.model.item.ValueItem;
import org.assay.model.text.FileName;
import org.assay.testkit.ItemPair;
import org.junit.jupiter.api.Test;

class ChangesJsonTest {

    private static String json(ExportContents contents) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ChangesJson.write(contents, out);
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    private static List<?> changes(String json) {
        return (List<?>) object(JsonTree.read(json)).get("changes");
    }

    @Test
    void whateverTheNamesTheSchemaHolds() throws IOException {
        JsonSchema schema = JsonSchema.inDocs("changes.schema.json");
        assertEquals(List.of(), schema.problems(JsonTree.read(json(Hostile.contents()))));
        assertEquals(List.of(), schema.problems(JsonTree.read(json(Changes.contents()))));
        assertEquals(List.of(), schema.problems(JsonTree.read(json(Outbreak.contents()))));
    }

    @Test
    void everyFieldOfAnItemIsInTheSchema() throws IOException {
        JsonSchema schema = JsonSchema.inDocs("changes.schema.json");
        for (ItemPair pair : ItemPair.all()) {
            Change change = Change.of(1, ChangeKind.ADDED, Optional.empty(), Optional.of(pair.one()), Set.of(), List.of());
            assertEquals(List.of(), schema.problems(JsonTree.read(json(Changes.contents(new TaggedChange(change, Optional.empty()))))),
                    pair.component());
        }
    }

    @Test
    void theSchemaRefusesWhatItDoesNotDescribe() throws IOException {
        JsonSchema schema = JsonSchema.inDocs("changes.schema.json");
        String json = json(Outbreak.contents());
        for (String[] swap : new String[][] {{"\"ADDED\"", "\"NEW\""}, {"\"number\":1,", ""}, {"\"number\":1,", "\"number\":0,"},
            {"\"sha256\":\"", "\"sha256\":\"x"}, {"\"item\":\"value\"", "\"item\":\"key\""}, {"\"tool\"", "\"more\":1,\"tool\""},
            {"\"version\":1", "\"version\":2"}, {"\"note\":\"", "\"note\":1,\"x\":\""}}) {
            assertTrue(json.contains(swap[0]), swap[0]);
            assertFalse(schema.problems(JsonTree.read(json.replaceFirst(swap[0], swap[1]))).isEmpty(), swap[0]);
        }
    }

    @Test
    void theFileIsAsciiAndALineAChange() throws IOException {
        ExportContents contents = Hostile.contents();
        String json = json(contents);
        assertTrue(json.chars().allMatch(unit -> unit == '\n' || unit >= ' ' && unit <= 0x7f));
        assertEquals(contents.changes().size(), json.lines().filter(line -> line.contains("\"number\":")).count());
    }

    @Test
    void everyNameAndDatumComesBackExactly() throws IOException {
        ExportContents contents = Hostile.contents();
        List<?> found = changes(json(contents));
        for (int at = 0; at < found.size(); at++) {
            Change change = contents.changes().get(at).change();
            Map<String, Object> read = object(found.get(at));
            assertEquals(change.location().components(), read.get("components"));
            assertHex(change.location().components(), read);
            assertItem(change.before(), read, "before");
            assertItem(change.after(), read, "after");
            contents.changes().get(at).tag().ifPresent(tag -> assertEquals(tag.note(), object(read.get("tag")).get("note")));
        }
    }

    private static void assertHex(List<String> components, Map<String, Object> read) {
        if (read.get("name_hex") instanceof List<?> hex) {
            assertEquals(components, hex.stream().map(bytes -> FileName.decode(HexFormat.of().parseHex((String) bytes))).toList());
        } else {
            assertTrue(!"FILE".equals(read.get("space")) || components.stream().noneMatch(name -> name.codePoints()
                    .anyMatch(FileName::isEscape)));
        }
    }

    private static void assertItem(Optional<Item> item, Map<String, Object> change, String field) {
        assertEquals(item.isPresent(), change.containsKey(field));
        if (item.isPresent()) {
            Map<String, Object> read = object(change.get(field));
            assertEquals(item.get().location().components(), read.getOrDefault("components", change.get("components")));
            if (item.get() instanceof ValueItem value) {
                assertEquals(value.data().hex(), read.get("data_hex"));
                assertEquals((long) value.type(), read.get("type"));
            }
        }
    }

    @Test
    void bytesThatAreNotUtf8AreGivenInHexToo() throws IOException {
        String json = json(Hostile.contents());
        assertTrue(json.contains("\"components\":[\"C:\",\"latin\\uDCE9.txt\"],\"name_hex\":[\"433a\",\"6c6174696ee92e747874\"]"), json);
    }
}
