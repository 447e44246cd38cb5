package org.assay.model.snapshot;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

import org.assay.model.item.DigestAlgorithm;

/**
 * How to capture.
 *
 * @param digests the digests that every file gets beside SHA-256
 * @param oneFileSystem whether to stay on the file system of a tree's root and leave out what is mounted below it
 * @param threads how many files are hashed at the same time, 1 or more
 * @param registry how registry data is read
 * @param filter what of the evidence is read
 * @param timeout how long a call on evidence may take before what it was about becomes a gap; more than nothing
 */
public record CaptureOptions(Set<DigestAlgorithm> digests, boolean oneFileSystem, int threads, RegistryOptions registry,
        ScopeFilter filter, Duration timeout) {

    /** The time limit of a call unless the user says otherwise. */
    public static final Duration USUAL_TIMEOUT = Duration.ofSeconds(60);

    public CaptureOptions {
        EnumSet<DigestAlgorithm> sorted = EnumSet.noneOf(DigestAlgorithm.class);
        sorted.addAll(digests);
        digests = Collections.unmodifiableSet(sorted);
        if (threads < 1) {
            throw new IllegalArgumentException("a capture needs a thread or more, not " + threads);
        }
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("a call needs some time, not " + timeout);
        }
    }

    /** SHA-256 only, whatever is mounted below, a thread for every processor. */
    public static CaptureOptions standard() {
        return new CaptureOptions(Set.of(), false, Runtime.getRuntime().availableProcessors(), RegistryOptions.USUAL,
                ScopeFilter.ALL, USUAL_TIMEOUT);
    }
}
