package org.assay.startup.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Writes little-endian structures for tests. */
public final class ByteWriter {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public ByteWriter u8(int... values) {
        for (int value : values) {
            out.write(value);
        }
        return this;
    }

    public ByteWriter u16(int value) {
        return u8(value, value >> 8);
    }

    public ByteWriter u32(long value) {
        return u16((int) value).u16((int) (value >> 16));
    }

    public ByteWriter zeros(int count) {
        out.writeBytes(new byte[Math.max(0, count)]);
        return this;
    }

    /** Zeros up to the offset {@code size}. */
    public ByteWriter padTo(int size) {
        return zeros(size - out.size());
    }

    public ByteWriter bytes(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    public ByteWriter ansi(String text) {
        return bytes(text.getBytes(Charset.forName("windows-1252")));
    }

    public ByteWriter utf16(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_16LE));
    }

    /** A class id in braces, as it stands in binary data. */
    public ByteWriter guid(String id) {
        String plain = id.replaceAll("[{}-]", "");
        u32(Long.parseLong(plain.substring(0, 8), 16)).u16(Integer.parseInt(plain.substring(8, 12), 16))
                .u16(Integer.parseInt(plain.substring(12, 16), 16));
        for (int at = 16; at < 32; at += 2) {
            u8(Integer.parseInt(plain.substring(at, at + 2), 16));
        }
        return this;
    }

    public int size() {
        return out.size();
    }

    public byte[] toArray() {
        return out.toByteArray();
    }
}
