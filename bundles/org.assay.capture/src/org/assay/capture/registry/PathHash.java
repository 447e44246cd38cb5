package org.assay.capture.registry;

import java.util.Arrays;
import java.util.List;

import org.assay.model.text.RegistryName;

/**
 * Hashes paths of registry names, without case. The hash of a path is that of its parent's hash and its last name, so that what a path
 * shares with the one before it is not hashed again.
 */
final class PathHash {

    private static final int UNITS_IN_WORD = 4;

    private final SipHash hash;
    private List<String> path = List.of();
    /** Both halves of the hash of each beginning of {@code path}, the empty one first. */
    private long[] halves = new long[32];

    PathHash(SipHash hash) {
        this.hash = hash;
    }

    /** Turns to {@code next}. */
    void turnTo(List<String> next) {
        int at = 0;
        int most = Math.min(path.size(), next.size());
        while (at < most && path.get(at).equals(next.get(at))) {
            at++;
        }
        if (halves.length < 2 * (next.size() + 1)) {
            halves = Arrays.copyOf(halves, 4 * (next.size() + 1));
        }
        for (; at < next.size(); at++) {
            append(next.get(at), 2 * at);
        }
        path = next;
    }

    /** The first half of the hash of the path. */
    long first() {
        return halves[2 * path.size()];
    }

    /** The second half. */
    long second() {
        return halves[2 * path.size() + 1];
    }

    private void append(String name, int parent) {
        hash.start();
        hash.take(halves[parent]);
        hash.take(halves[parent + 1]);
        hash.take(name.length());
        long word = 0;
        for (int at = 0; at < name.length(); at++) {
            word = word << Character.SIZE | RegistryName.fold(name.charAt(at));
            if (at % UNITS_IN_WORD == UNITS_IN_WORD - 1) {
                hash.take(word);
                word = 0;
            }
        }
        if (name.length() % UNITS_IN_WORD != 0) {
            hash.take(word);
        }
        halves[parent + 2] = hash.first();
        halves[parent + 3] = hash.second();
    }
}
