package org.assay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashTest {

    @TempDir
    Path folder;

    /** {@code releng/durability} tries more. */
    @Test
    void whereverThePowerGoesTheCaseOpensWithAllThatWasReported() throws IOException {
        CrashCampaign campaign = new CrashCampaign(folder, 6);
        assertEquals(List.of(), campaign.run(150, 0));
        assertTrue(campaign.amongRenames() > 0, "no case was compacted");
    }
}
