package org.assay.startup.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

/** The second column of lines with colons, and what follows, as in passwd(5). */
class ColumnsTest {

    @Test
    void theColumnThatIsSelectedIsTheCommand() {
        assertEquals(List.of("ann | /opt/x:y", "bob | |/opt/z"), Places.told(new Columns(),
                "ann:/opt/x:y\n# no:/opt/no\nbob:\"|/opt/z\"\nsystem:/usr/sbin/nologin\nnone\n\n"));
    }

    @Test
    void lineEndsThatAreNoneAndColumnsWithoutEndAreAnswered() {
        assertEquals(List.of(), Places.told(new Columns(), ":\n   :   \nx\n"));
        FormatChecks.check(new Columns(), "a:b:".repeat(200_000).getBytes(StandardCharsets.US_ASCII));
    }
}
