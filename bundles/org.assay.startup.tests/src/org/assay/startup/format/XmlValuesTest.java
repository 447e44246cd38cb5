package org.assay.startup.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.assay.startup.match.FileStart;
import org.assay.startup.match.FileStarts;
import org.junit.jupiter.api.Test;

/** Settings in XML 1.0. */
class XmlValuesTest {

    private static FileStarts read(String text) {
        return new XmlValues().read(Places.of("xml", "hooks.*.command"), text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void onlyWhatIsSelectedIsTold() {
        assertEquals(List.of("/opt/x"), read(
                "<?xml version=\"1.0\"?><a><hooks><start><command>/opt/x</command>"
                        + "<other>/opt/no</other></start></hooks></a>")
                .starts().stream().map(FileStart::command).toList());
    }

    @Test
    void whatIsNestedWithoutEndIsNotUnderstood() {
        assertTrue(read("<a>".repeat(200_000)).problem().isPresent());
    }
}
