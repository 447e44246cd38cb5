package org.assay.app.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import org.junit.jupiter.api.Test;

/** Logs that were altered on the examined machine. */
class ScriptLogTest {

    private static final String RUN = "run\t2026-11-29T16:23:46Z\t1\tabc\tundo=no\thost\n";
    private static final String STEP = "step\t2026-11-29T16:23:47Z\tdone\t1\t12\ttree-1\t/etc/rc.local\tremoved\r\n";

    @Test
    void aLineThatIsLongerThanAnyIsNoneOfAScript() {
        String tooLong = STEP.replace("removed", "x".repeat(1 << 18));
        ScriptLog log = ScriptLogFuzz.read((RUN + tooLong + STEP).getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(1, log.otherLines());
        assertEquals(1, log.runs().getFirst().entries().size());
        assertEquals("removed", log.runs().getFirst().entries().getFirst().text());
        assertEquals(Set.of(12), log.done());
    }

    @Test
    void moreLinesThanAScriptWritesAreRefusedRatherThanCut() {
        IOException refused = assertThrows(IOException.class,
                () -> ScriptLog.read(new BufferedReader(new StringReader("\n".repeat(5_000_001)))));
        assertTrue(refused.getMessage().contains("more than 5,000,000 lines"), refused.getMessage());
    }
}
