package org.assay.startup.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.assay.model.startup.EntryState;
import org.assay.startup.match.FileStart;
import org.assay.startup.match.FileStarts;
import org.junit.jupiter.api.Test;

/** Jobs as launchd.plist(5) describes them. */
class LaunchdJobTest {

    private static FileStarts read(String inside) {
        return Places.read(new LaunchdJob(), ("<plist version=\"1.0\">" + inside + "</plist>").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theProgramItsTriggersAndWhatItsVariablesLoadAreTold() {
        List<FileStart> starts = read("<dict><key>Label</key><string>job</string><key>ProgramArguments</key><array><string>/opt/x</string>"
                + "<string>a b</string></array><key>RunAtLoad</key><true/><key>Disabled</key><true/><key>EnvironmentVariables</key><dict>"
                + "<key>DYLD_INSERT_LIBRARIES</key><string>/opt/a.dylib</string></dict></dict>").starts();
        assertEquals(List.of("job | /opt/x a b", "DYLD_INSERT_LIBRARIES | /opt/a.dylib"),
                starts.stream().map(start -> start.label() + " | " + start.command()).toList());
        assertEquals(EntryState.DISABLED, starts.getFirst().details().state());
        assertEquals(List.of("starts by RunAtLoad"), starts.getFirst().details().remarks());
    }

    @Test
    void aListThatIsNoJobIsNotUnderstood() {
        assertEquals(Optional.of("this property list is not a job of launchd"), read("<array><string>/opt/x</string></array>").problem());
        assertTrue(read("<dict><key>Program</key>").problem().isPresent());
    }
}
