package org.assay.registry.encoding;

/** UTF-16LE as Windows keeps it: any sequence of 16-bit units, lone surrogates included, so none of Java's charsets will do. */
public final class Utf16 {

    private Utf16() {
    }

    /** Decodes {@code length / 2} units; an odd last byte is left out. */
    public static String decode(byte[] bytes, int start, int length) {
        char[] units = new char[length / 2];
        for (int i = 0; i < units.length; i++) {
            units[i] = (char) (bytes[start + 2 * i] & 0xff | (bytes[start + 2 * i + 1] & 0xff) << 8);
        }
        return new String(units);
    }

    public static byte[] encode(CharSequence text) {
        byte[] bytes = new byte[text.length() * 2];
        for (int i = 0; i < text.length(); i++) {
            bytes[2 * i] = (byte) text.charAt(i);
            bytes[2 * i + 1] = (byte) (text.charAt(i) >> 8);
        }
        return bytes;
    }
}
