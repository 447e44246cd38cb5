package org.assay.startup.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.assay.startup.match.FileStart;
import org.assay.startup.match.FileStarts;
import org.junit.jupiter.api.Test;

/** Settings of programs as RFC 8259 has them, with the comments and commas that editors leave in them. */
class JsonValuesTest {

    private static FileStarts read(String text) {
        return new JsonValues().read(Places.of("json", "hooks.*.command"), text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void onlyWhatIsSelectedIsTold() {
        assertEquals(List.of("/opt/x"), read(
                "{\"hooks\": {\"start\": {\"command\": \"/opt/x\", \"other\": \"/opt/no\"}}, // c\n}")
                .starts().stream().map(FileStart::command).toList());
    }

    @Test
    void whatIsNestedWithoutEndIsNotUnderstood() {
        assertTrue(read("[".repeat(200_000)).problem().isPresent());
    }
}
