package org.assay.content;

import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;

import org.assay.model.Bytes;
import org.assay.model.ContentType;
import org.assay.model.DigestAlgorithm;

/**
 * Finds out what a content is while its bytes go by once, in order. For one thread; used again for one content after the other.
 *
 * <p>Holds {@link TypeDetector#HEAD_BYTES}.
 */
public final class ContentProbe {

    private final MessageDigest sha256 = Digests.platform("SHA-256");
    private final Digests digests;
    private final byte[] head = new byte[TypeDetector.HEAD_BYTES];
    private int headLength;

    /** Makes the digests of {@code algorithms} beside SHA-256. */
    public ContentProbe(Set<DigestAlgorithm> algorithms) {
        digests = new Digests(algorithms);
    }

    /** Forgets the bytes taken so far: what is taken next is the start of another content. */
    public void reset() {
        sha256.reset();
        digests.end();
        headLength = 0;
    }

    /** Takes the next {@code count} bytes of the content, from {@code offset} in {@code bytes}. */
    public void update(byte[] bytes, int offset, int count) {
        sha256.update(bytes, offset, count);
        digests.update(bytes, offset, count);
        int toHead = Math.min(count, head.length - headLength);
        System.arraycopy(bytes, offset, head, headLength, toHead);
        headLength += toHead;
    }

    /** What the bytes taken since the start, the last end or the last reset are; what is taken next is the start of another content. */
    public ContentFacts end() {
        ContentType type = TypeDetector.detect(head, headLength);
        ContentFacts facts = new ContentFacts(Bytes.copyOf(sha256.digest()), digests.end(), type, Optional.empty());
        headLength = 0;
        return facts;
    }
}
