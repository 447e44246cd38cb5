package org.assay.startup;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Writes little-endian structures for tests. */
final class ByteWriter {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    ByteWriter u8(int... values) {
        for (int value : values) {
            out.write(value);
        }
        return this;
    }

    ByteWriter u16(int value) {
        return u8(value, value >> 8);
    }

    ByteWriter u32(long value) {
        return u16((int) value).u16((int) (value >> 16));
    }

    ByteWriter zeros(int count) {
        out.writeBytes(new byte[Math.max(0, count)]);
        return this;
    }

    /** Zeros up to the offset {@code size}. */
    ByteWriter padTo(int size) {
        return zeros(size - out.size());
    }

    ByteWriter bytes(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    ByteWriter ansi(String text) {
        return bytes(text.getBytes(Charset.forName("windows-1252")));
    }

    ByteWriter utf16(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_16LE));
    }

    /** A class id in braces, as it stands in binary data. */
    ByteWriter guid(String id) {
        String plain = id.replaceAll("[{}-]", "");
        u32(Long.parseLong(plain.substring(0, 8), 16)).u16(Integer.parseInt(plain.substring(8, 12), 16))
                .u16(Integer.parseInt(plain.substring(12, 16), 16));
        for (int at = 16; at < 32; at += 2) {
            u8(Integer.parseInt(plain.substring(at, at + 2), 16));
        }
        return this;
    }

    int size() {
        return out.size();
    }

    byte[] toArray() {
        return out.toByteArray();
    }
}
