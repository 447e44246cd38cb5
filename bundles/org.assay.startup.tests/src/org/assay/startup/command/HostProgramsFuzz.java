package org.assay.startup.command;

import java.nio.charset.StandardCharsets;

/** Fuzz target: a program that starts what its arguments name, behind the first blank, and these. */
public final class HostProgramsFuzz {

    private HostProgramsFuzz() {
    }

    /** Takes one input, a command in UTF-8. */
    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        int blank = Math.max(0, text.indexOf(' '));
        HostPrograms.payload(text.substring(0, blank), text.substring(blank).strip()).ifPresent(payload -> {
            if (payload.targets().size() > text.length()) {
                throw new AssertionError("targets: " + payload.targets().size() + " of " + text.length() + " units");
            }
        });
    }
}
