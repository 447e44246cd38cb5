package org.assay.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.assay.model.item.ContentType;
import org.assay.model.item.DigestAlgorithm;
import org.assay.model.text.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ContentProbeTest {

    private final ContentProbe probe = new ContentProbe(EnumSet.allOf(DigestAlgorithm.class), new ConcurrentHashMap<>());

    /** The published digests of the empty string and of {@code abc} (FIPS 180 examples, RFC 1321 A.5, BLAKE3's reference program). */
    @Test
    void makesThePublishedDigests() {
        ContentFacts empty = probe(new byte[0]);
        assertEquals(ContentType.EMPTY, empty.type());
        assertEquals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", empty.sha256().hex());
        assertEquals("da39a3ee5e6b4b0d3255bfef95601890afd80709", hex(empty, DigestAlgorithm.SHA1));
        assertEquals("d41d8cd98f00b204e9800998ecf8427e", hex(empty, DigestAlgorithm.MD5));
        assertEquals("cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce"
                + "47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e", hex(empty, DigestAlgorithm.SHA512));
        assertEquals("af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262", hex(empty, DigestAlgorithm.BLAKE3));

        ContentFacts abc = probe("abc".getBytes(StandardCharsets.US_ASCII));
        assertEquals(ContentType.TEXT, abc.type());
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", abc.sha256().hex());
        assertEquals("a9993e364706816aba3e25717850c26c9cd0d89d", hex(abc, DigestAlgorithm.SHA1));
        assertEquals("900150983cd24fb0d6963f7d28e17f72", hex(abc, DigestAlgorithm.MD5));
        assertEquals("ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f", hex(abc, DigestAlgorithm.SHA512));
    }

    /** BLAKE3's test_vectors.json: the input is the bytes 0 to 250 over and over; the lengths lie around its chunks of 1 KiB. */
    @ParameterizedTest
    @CsvSource({
        "1,2d3adedff11b61f14c886e35afa036736dcd87a74d27b5c1510225d0f592e213",
        "1023,10108970eeda3eb932baac1428c7a2163b0e924c9a9e25b35bba72b28f70bd11",
        "1024,42214739f095a406f3fc83deb889744ac00df831c10daa55189b5d121c855af7",
        "1025,d00278ae47eb27b34faecf67b4fe263f82d5412916c1ffd97c8cb7fb814b8444",
        "2048,e776b6028c7cd22a4d0ba182a8bf62205d2ef576467e838ed6f2529b85fba24a",
        "31744,62b6960e1a44bcc1eb1a611a8d6235b6b4b78f32e7abc4fb4c6cdcce94895c47",
        "102400,bc3e3d41a1146b069abffad3c0d44860cf664390afce4d9661f7902e7943e085"})
    void makesThePublishedBlake3(int length, String expected) {
        byte[] input = new byte[length];
        for (int i = 0; i < length; i++) {
            input[i] = (byte) (i % 251);
        }
        assertEquals(expected, hex(probe(input), DigestAlgorithm.BLAKE3));
    }

    @Property(tries = 50)
    void howTheBytesArriveDoesNotCount(@ForAll @IntRange(max = 20_000) int length, @ForAll long seed) {
        Random random = new Random(seed);
        byte[] content = new byte[length];
        random.nextBytes(content);
        ContentFacts whole = probe(content);
        byte[] shifted = new byte[length + 7];
        System.arraycopy(content, 0, shifted, 7, length);
        for (int at = 0; at < length; ) {
            int count = Math.min(length - at, random.nextInt(9000));
            probe.update(shifted, 7 + at, count);
            at += count;
        }
        assertEquals(whole, probe.end());
    }

    @Test
    void makesOnlyTheDigestsThatWereAskedFor() {
        ContentProbe plain = new ContentProbe(Set.of(), new ConcurrentHashMap<>());
        assertEquals(Map.of(), plain.end().digests());
        ContentProbe two = new ContentProbe(Set.of(DigestAlgorithm.MD5, DigestAlgorithm.SHA1), new ConcurrentHashMap<>());
        assertEquals(Set.of(DigestAlgorithm.SHA1, DigestAlgorithm.MD5), two.end().digests().keySet());
    }

    @Test
    void aResetForgetsWhatWasTaken() {
        byte[] zeros = new byte[10_000];
        probe.update(zeros, 0, zeros.length);
        probe.reset(Set.of());
        assertEquals(probe("abc".getBytes(StandardCharsets.US_ASCII)), probe("abc".getBytes(StandardCharsets.US_ASCII)));
        probe.update(zeros, 0, 10);
        probe.reset(Set.of());
        assertEquals(ContentType.EMPTY, probe.end().type());
    }

    @Test
    void digestsHaveTheirLengths() {
        for (Map.Entry<DigestAlgorithm, Bytes> digest : probe(new byte[1]).digests().entrySet()) {
            assertEquals(digest.getKey().length(), digest.getValue().length());
        }
    }

    private ContentFacts probe(byte[] content) {
        probe.update(Arrays.copyOf(content, content.length), 0, content.length);
        return probe.end();
    }

    private static String hex(ContentFacts facts, DigestAlgorithm algorithm) {
        return facts.digests().get(algorithm).hex();
    }
}
