package org.assay.model.text;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * An immutable byte string with value equality: a digest, registry data, an exact name. Ordered by the bytes from 0 to 255, as their
 * hexadecimal digits are.
 */
public final class Bytes implements Comparable<Bytes> {

    /** The byte string of length 0. */
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /** Copies {@code content}, so that later writes to the array do not show here. */
    public static Bytes copyOf(byte[] content) {
        return content.length == 0 ? EMPTY : new Bytes(content.clone());
    }

    /**
     * Parses hexadecimal digits, two a byte, upper or lower case.
     *
     * @throws IllegalArgumentException when {@code hex} holds anything else
     */
    public static Bytes ofHex(String hex) {
        return hex.isEmpty() ? EMPTY : new Bytes(HexFormat.of().parseHex(hex));
    }

    /** The number of bytes. */
    public int length() {
        return content.length;
    }

    /** The byte at {@code index}, 0 to 255. */
    public int unsignedAt(int index) {
        return content[index] & 0xff;
    }

    /** A copy of the bytes. */
    public byte[] toArray() {
        return content.clone();
    }

    /** Writes the bytes into {@code target}, the first one at {@code start}. */
    public void copyTo(byte[] target, int start) {
        System.arraycopy(content, 0, target, start, content.length);
    }

    /** Lower-case hexadecimal digits, two a byte. */
    public String hex() {
        return HexFormat.of().formatHex(content);
    }

    @Override
    public int compareTo(Bytes other) {
        return Arrays.compareUnsigned(content, other.content);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return hex();
    }
}
