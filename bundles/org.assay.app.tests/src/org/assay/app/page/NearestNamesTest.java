package org.assay.app.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

class NearestNamesTest {

    private static final List<String> NAMES = List.of("new-program", "modified-program", "signature-lost", "other-signer", "not-known");

    @Test
    void findsWhatWasMistyped() {
        assertEquals("signature-lost", NearestNames.to("singature-lost", NAMES).getFirst());
        assertEquals("not-known", NearestNames.to("NOTKNOWN", NAMES).getFirst());
        assertEquals(List.of("new-program", "modified-program"), NearestNames.to("program", NAMES).subList(0, 2));
    }

    @Test
    void givesThreeForAnything() {
        assertEquals(3, NearestNames.to("", NAMES).size());
        assertEquals(3, NearestNames.to("x".repeat(1_000_000), NAMES).size());
        assertEquals(List.of("a"), NearestNames.to("b", List.of("a")));
    }
}
