package org.assay.store.bytes;

import java.security.MessageDigest;
import java.util.Arrays;

import org.assay.model.field.FieldOutput;
import org.assay.model.text.Bytes;

/** A growing byte string in the encoding of {@code docs/case-format.md}, section "Numbers and texts". */
public final class ByteWriter implements FieldOutput {

    private byte[] bytes;
    private int length;

    public ByteWriter(int capacity) {
        bytes = new byte[capacity];
    }

    public int length() {
        return length;
    }

    /** Starts again with nothing, keeping the memory. */
    public void clear() {
        length = 0;
    }

    /** Takes back a {@link #clear}, or as much of it as reaches to {@code length}, in which nothing must have been written since. */
    public void restore(int oldLength) {
        length = oldLength;
    }

    public byte[] toArray() {
        return Arrays.copyOf(bytes, length);
    }

    @Override
    public void octet(int value) {
        reserve(1);
        bytes[length++] = (byte) value;
    }

    /** Any 64 bits as an unsigned number, 1 to 10 bytes. */
    @Override
    public void number(long value) {
        reserve(10);
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes[length++] = (byte) (rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    /** Any 64 bits as a signed number; short when near 0. */
    @Override
    public void signed(long value) {
        number(value << 1 ^ value >> 63);
    }

    /** {@code text} from its unit {@code from} on: the number of units, then each unit in 1 to 3 bytes. */
    public void text(String text, int from) {
        int units = text.length() - from;
        number(units);
        reserve(Math.multiplyExact(units, 3));
        for (int at = from; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (unit < 0x80) {
                bytes[length++] = (byte) unit;
            } else {
                wide(unit);
            }
        }
    }

    @Override
    public void text(String text) {
        text(text, 0);
    }

    /** The bytes alone; who reads them must know how many. */
    public void raw(byte[] content) {
        reserve(content.length);
        System.arraycopy(content, 0, bytes, length, content.length);
        length += content.length;
    }

    /** The bytes alone, as {@link #raw(byte[])}. */
    public void raw(Bytes content) {
        reserve(content.length());
        content.copyTo(bytes, length);
        length += content.length();
    }

    /** The number of bytes, then the bytes. */
    @Override
    public void bytes(Bytes content) {
        number(content.length());
        raw(content);
    }

    public void append(ByteWriter other) {
        reserve(other.length);
        System.arraycopy(other.bytes, 0, bytes, length, other.length);
        length += other.length;
    }

    /** Gives all bytes to {@code digest}. */
    public void digest(MessageDigest digest) {
        digest.update(bytes, 0, length);
    }

    private void wide(char unit) {
        if (unit < 0x800) {
            bytes[length++] = (byte) (0xc0 | unit >> 6);
        } else {
            bytes[length++] = (byte) (0xe0 | unit >> 12);
            bytes[length++] = (byte) (0x80 | unit >> 6 & 0x3f);
        }
        bytes[length++] = (byte) (0x80 | unit & 0x3f);
    }

    private void reserve(int more) {
        int needed = Math.addExact(length, more);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, (int) Math.min(bytes.length * 2L, Integer.MAX_VALUE - 8)));
        }
    }
}
