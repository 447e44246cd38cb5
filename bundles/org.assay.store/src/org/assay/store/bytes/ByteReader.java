package org.assay.store.bytes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.assay.model.field.FieldInput;
import org.assay.model.text.Bytes;

/** Reads what {@link ByteWriter} wrote. Trusts nothing: no length is believed that the bytes at hand cannot fill. */
public final class ByteReader implements FieldInput {

    private final byte[] bytes;
    private final int end;
    private int at;

    public ByteReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private ByteReader(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    public int remaining() {
        return end - at;
    }

    @Override
    public int octet() {
        need(1);
        return bytes[at++] & 0xff;
    }

    @Override
    public long number() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int octet = octet();
            value |= (long) (octet & 0x7f) << shift;
            if (octet < 0x80) {
                return value;
            }
        }
        throw new MalformedBytes("a number is longer than 10 bytes");
    }

    @Override
    public long signed() {
        long value = number();
        return value >>> 1 ^ -(value & 1);
    }

    /** A number from 0 to {@code most}. */
    public int number(int most) {
        return limited(number(), most);
    }

    /** How many of something follow that take one byte or more each. */
    @Override
    public int count() {
        long count = number();
        return limited(count, remaining());
    }

    @Override
    public String text() {
        int units = count();
        int ascii = at;
        while (ascii < at + units && bytes[ascii] >= 0) {
            ascii++;
        }
        if (ascii == at + units) {
            String text = new String(bytes, at, units, StandardCharsets.ISO_8859_1);
            at = ascii;
            return text;
        }
        char[] text = new char[units];
        for (int index = 0; index < units; index++) {
            text[index] = unit();
        }
        return new String(text);
    }

    public byte[] raw(long length) {
        need(length);
        at += (int) length;
        return Arrays.copyOfRange(bytes, at - (int) length, at);
    }

    @Override
    public Bytes bytes() {
        return Bytes.copyOf(raw(count()));
    }

    /** A reader of the next {@code length} bytes, which this one steps over. */
    public ByteReader part(int length) {
        need(length);
        at += length;
        return new ByteReader(bytes, at - length, at);
    }

    private static int limited(long value, int most) {
        if (value < 0 || value > most) {
            throw new MalformedBytes("a number is " + Long.toUnsignedString(value) + " where at most " + most + " can be");
        }
        return (int) value;
    }

    private char unit() {
        int first = octet();
        if (first < 0x80) {
            return (char) first;
        }
        if (first >> 5 == 0b110) {
            return (char) ((first & 0x1f) << 6 | octet() & 0x3f);
        }
        if (first >> 4 == 0b1110) {
            return (char) ((first & 0x0f) << 12 | (octet() & 0x3f) << 6 | octet() & 0x3f);
        }
        throw new MalformedBytes("a text has the byte " + first + " where a unit must begin");
    }

    private void need(long length) {
        if (length < 0 || length > remaining()) {
            throw new MalformedBytes("it ends too early: " + remaining() + " bytes are left where " + length + " must be");
        }
    }
}
