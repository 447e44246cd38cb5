package org.assay.startup.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.assay.startup.SelectedText;
import org.assay.startup.match.FileStart;
import org.assay.startup.match.FileStarts;
import org.junit.jupiter.api.Test;

/** Property lists as plist(5) describes them. */
class PlistValuesTest {

    private static FileStarts read(String text) {
        return new PlistValues().read(Places.of("plist", "hooks.*.command"), text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void onlyWhatIsSelectedIsTold() {
        assertEquals(List.of("/opt/x"), read(
                SelectedText.plist(Map.of("hooks", Map.of("start", Map.of("command", "/opt/x", "other", "/opt/no")))))
                .starts().stream().map(FileStart::command).toList());
    }

    @Test
    void whatIsNestedWithoutEndIsNotUnderstood() {
        assertTrue(read("<plist>" + "<dict><key>a</key>".repeat(100_000)).problem().isPresent());
    }
}
