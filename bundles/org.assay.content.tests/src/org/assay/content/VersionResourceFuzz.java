package org.assay.content;

import java.util.Optional;
import java.util.stream.Stream;

import org.assay.model.item.ProgramVersion;

/** Fuzz target: whatever a program's resources hold, the texts of its version are of a length that can be shown. */
public final class VersionResourceFuzz {

    private static final int ADDRESS = 0x5000;
    private static final int MAX_TEXT_LENGTH = 260;

    private VersionResourceFuzz() {
    }

    /** Takes one input, resources from their root directory on, which lies at a fixed address. */
    public static void fuzzerTestOneInput(byte[] resources) {
        Optional<ProgramVersion> read = VersionResource.read(resources, ADDRESS);
        if (!VersionResource.read(resources, ADDRESS).equals(read)) {
            throw new AssertionError("the same resources are read in two ways");
        }
        read.ifPresent(version -> {
            if (Stream.of(version.product(), version.company(), version.description(), version.originalName())
                    .anyMatch(text -> text.length() > Math.min(MAX_TEXT_LENGTH, resources.length))) {
                throw new AssertionError("the version of " + resources.length + " bytes is " + version);
            }
        });
    }
}
