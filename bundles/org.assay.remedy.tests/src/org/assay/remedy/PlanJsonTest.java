package org.assay.remedy;

import static org.assay.remedy.JsonSchema.object;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class PlanJsonTest {

    private static String json(ExportContents contents) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PlanJson.write(contents, Routing.of(contents), out);
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    private static List<Map<String, Object>> steps(String json) {
        return ((List<?>) object(JsonTree.read(json)).get("steps")).stream().map(JsonSchema::object).toList();
    }

    @Test
    void whateverTheNamesTheSchemaHolds() throws IOException {
        JsonSchema schema = JsonSchema.inDocs("plan.schema.json");
        for (ExportContents contents : List.of(Hostile.contents(), Changes.contents(), Outbreak.contents())) {
            String json = json(contents);
            assertEquals(List.of(), schema.problems(JsonTree.read(json)));
            assertTrue(json.chars().allMatch(unit -> unit == '\n' || unit >= ' ' && unit <= 0x7f), "ASCII only");
            assertEquals(contents.plan().steps().size(), steps(json).size());
        }
    }

    @Test
    void theSchemaRefusesWhatItDoesNotDescribe() throws IOException {
        JsonSchema schema = JsonSchema.inDocs("plan.schema.json");
        String json = json(Outbreak.contents());
        for (String[] swap : new String[][] {{"\"disarm\"", "\"first\""}, {"\"number\":1,", ""}, {"\"absent\"", "\"gone\""},
                {"\"remedy.sh\"", "\"other.sh\""}, {"\"undo\"", "\"redo\""}, {"\"assay-plan\"", "\"plan\""}}) {
            assertTrue(json.contains(swap[0]), swap[0]);
            assertFalse(schema.problems(JsonTree.read(json.replaceFirst(swap[0].replace("\"", "\\\""), swap[1]))).isEmpty(), swap[0]);
        }
    }

    @Test
    void everyStepIsDoneBySomethingOrSaysWhatAPersonDoes() throws IOException {
        for (Map<String, Object> step : steps(json(Hostile.contents()))) {
            assertTrue(!((List<?>) step.get("by")).isEmpty() || step.containsKey("manual") || step.get("action").equals("restart"),
                    step::toString);
        }
    }

    @Test
    void aRemovedKeySaysWhatItHolds() throws IOException {
        Map<String, Object> remove = steps(json(Outbreak.contents())).stream().filter(step -> step.get("action").equals("remove-key"))
                .findFirst().orElseThrow();
        assertEquals(1, ((List<?>) remove.get("held")).size());
        assertEquals("absent", remove.get("after"));
        assertEquals("make the key again with what it held", remove.get("undo"));
    }
}
