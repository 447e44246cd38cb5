package org.assay.registry.wine;

import java.util.List;
import java.util.Optional;

import org.assay.registry.FileBounds;
import org.assay.registry.text.TextFuzz;

/** Fuzz target: whatever a registry file of Wine holds, reading it ends and gives no more than the file can hold. */
public final class WineFileFuzz {

    private WineFileFuzz() {
    }

    /** Reads one input, a system.reg or user.reg. */
    public static void fuzzerTestOneInput(byte[] file) {
        TextFuzz.read(file, Optional.empty(),
                text -> WineFileReader.read(text, List.of("HKEY_CURRENT_USER"), new FileBounds(file.length)));
    }
}
