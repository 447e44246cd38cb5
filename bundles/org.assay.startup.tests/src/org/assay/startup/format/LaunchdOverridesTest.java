package org.assay.startup.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

/** What launchctl(1) wrote before OS X 10.10 and since. */
class LaunchdOverridesTest {

    @Test
    void bothShapesSayWhichJobsAreOff() {
        assertEquals(List.of("new | disabled", "on | enabled", "old | disabled"), Places.told(new LaunchdOverrides(),
                "<plist version=\"1.0\"><dict><key>new</key><true/><key>on</key><false/><key>old</key>"
                        + "<dict><key>Disabled</key><true/></dict></dict></plist>"));
    }

    @Test
    void oneThatIsCutOffIsNotUnderstood() {
        assertTrue(Places.read(new LaunchdOverrides(), "<plist><dict><key>a</key><tr".getBytes(StandardCharsets.UTF_8)).problem()
                .isPresent());
    }
}
