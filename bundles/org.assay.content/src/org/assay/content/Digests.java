package org.assay.content;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

import org.assay.model.item.DigestAlgorithm;
import org.assay.model.text.Bytes;
import org.bouncycastle.crypto.digests.Blake3Digest;

/**
 * Makes several digests of the same bytes in one go. For one thread; used again for one content after the other.
 *
 * <p>What the Java platform has is its own, which uses the processor's instructions for it; BLAKE3 is Bouncy Castle's.
 */
final class Digests {

    private final Set<DigestAlgorithm> always;
    private final Map<DigestAlgorithm, Running> made = new EnumMap<>(DigestAlgorithm.class);
    private final Map<DigestAlgorithm, Running> running = new EnumMap<>(DigestAlgorithm.class);

    /** A digest on its way; {@link #end} starts it anew. */
    private interface Running {

        void update(byte[] bytes, int offset, int count);

        byte[] end();
    }

    private record Platform(MessageDigest digest) implements Running {

        @Override
        public void update(byte[] bytes, int offset, int count) {
            digest.update(bytes, offset, count);
        }

        @Override
        public byte[] end() {
            return digest.digest();
        }
    }

    private record Blake3(Blake3Digest digest) implements Running {

        @Override
        public void update(byte[] bytes, int offset, int count) {
            digest.update(bytes, offset, count);
        }

        @Override
        public byte[] end() {
            byte[] value = new byte[DigestAlgorithm.BLAKE3.length()];
            digest.doFinal(value, 0);
            return value;
        }
    }

    /** Makes the digests of {@code always}, which may be none, of every content. */
    public Digests(Set<DigestAlgorithm> always) {
        this.always = Set.copyOf(always);
        start(Set.of());
    }

    /** Forgets the bytes taken so far: what is taken next is the start of a content of which {@code more} are made besides. */
    public void start(Set<DigestAlgorithm> more) {
        if (always.isEmpty() && more.isEmpty() && running.isEmpty()) {
            return;
        }
        end();
        running.keySet().removeIf(algorithm -> !always.contains(algorithm) && !more.contains(algorithm));
        always.forEach(algorithm -> running.put(algorithm, of(algorithm)));
        more.forEach(algorithm -> running.put(algorithm, of(algorithm)));
    }

    private Running of(DigestAlgorithm requested) {
        return made.computeIfAbsent(requested, algorithm -> switch (algorithm) {
            case SHA1 -> new Platform(platform("SHA-1"));
            case MD5 -> new Platform(platform("MD5"));
            case SHA512 -> new Platform(platform("SHA-512"));
            case PESHA1, PESHA256 -> throw new IllegalArgumentException(algorithm + " is not over all of a file");
            case BLAKE3 -> new Blake3(new Blake3Digest(DigestAlgorithm.BLAKE3.length() * Byte.SIZE));
        });
    }

    /** Takes the content's next bytes. */
    public void update(byte[] bytes, int offset, int count) {
        if (!running.isEmpty()) {
            running.values().forEach(digest -> digest.update(bytes, offset, count));
        }
    }

    /** The digests of all bytes taken since the start or the last end; what is taken next is the next content. */
    public Map<DigestAlgorithm, Bytes> end() {
        if (running.isEmpty()) {
            return Map.of();
        }
        Map<DigestAlgorithm, Bytes> digests = new EnumMap<>(DigestAlgorithm.class);
        running.forEach((algorithm, digest) -> digests.put(algorithm, Bytes.copyOf(digest.end())));
        return digests;
    }

    /**
     * A digest of the Java platform.
     *
     * @throws IllegalStateException when the platform lacks it
     */
    static MessageDigest platform(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no " + algorithm + "; use one with the module java.base of OpenJDK", e);
        }
    }
}
