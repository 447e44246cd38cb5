package org.assay.startup.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.assay.model.startup.EntryState;
import org.assay.startup.match.FileStart;
import org.junit.jupiter.api.Test;

/** The Desktop Entry Specification 1.5, "Exec" and "Hidden". */
class DesktopEntryTest {

    @Test
    void theEntrysOwnCommandIsToldWithoutFieldCodes() {
        FileStart start = Places.read(new DesktopEntry(), ("[Desktop Entry]\nName=x\nExec=\"/opt/a b\" %u -p 100%%\nTryExec=/opt/t\n"
                + "Hidden=true\n[Desktop Action new]\nExec=/opt/no\n").getBytes(StandardCharsets.UTF_8)).starts().getFirst();
        assertEquals("\"/opt/a b\"  -p 100%", start.command());
        assertEquals(EntryState.DISABLED, start.details().state());
        assertEquals(List.of("only where /opt/t is there"), start.details().remarks());
    }

    @Test
    void aCommandOfAnotherGroupOrOneThatIsCutOffStartsNothingElse() {
        assertEquals(List.of(), Places.told(new DesktopEntry(), "[Other]\nExec=/opt/no\n"));
        assertEquals(List.of("Exec | /opt/x \\"), Places.told(new DesktopEntry(), "[Desktop Entry\nExec=/opt/x \\\nExec=/opt/y %"));
    }
}
