package org.assay.content;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.assay.model.item.ContentType;

/** Fuzz target: whatever a file holds, finding out what it is ends, and does not depend on how its bytes arrive. */
public final class ProgramFuzz {

    private static final int PIECE = 1000;

    private ProgramFuzz() {
    }

    /** Takes one input, a file of any kind. */
    public static void fuzzerTestOneInput(byte[] file) {
        ContentFacts whole = facts(file, file.length);
        if (whole.signature().isPresent() != (whole.type() == ContentType.PE)) {
            throw new AssertionError("a signature is told of PE programs and of nothing else: " + whole);
        }
        if (!facts(file, PIECE).equals(whole)) {
            throw new AssertionError("in pieces it is something else: " + whole);
        }
    }

    static ContentFacts facts(byte[] file, int piece) {
        ContentProbe probe = new ContentProbe(Set.of(), new ConcurrentHashMap<>());
        for (int at = 0; at < file.length; at += piece) {
            probe.update(file, at, Math.min(piece, file.length - at));
        }
        return probe.end();
    }
}
