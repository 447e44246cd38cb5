package org.assay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
        assertEquals(List.of(), new CrashCampaign(folder, 6).run(150, 0));
    }
}
