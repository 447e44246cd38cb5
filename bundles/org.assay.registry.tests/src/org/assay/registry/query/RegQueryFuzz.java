package org.assay.registry.query;

import java.util.Optional;

import org.assay.registry.FileBounds;
import org.assay.registry.text.TextFuzz;

/** Fuzz target: whatever the output of {@code reg query} holds, reading it ends and gives no more than the file can hold. */
public final class RegQueryFuzz {

    private RegQueryFuzz() {
    }

    /** Reads one input, a text. */
    public static void fuzzerTestOneInput(byte[] file) {
        TextFuzz.read(file, Optional.empty(), text -> RegQueryReader.read(text, new FileBounds(file.length)));
    }
}
