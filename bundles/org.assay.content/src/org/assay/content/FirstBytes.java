package org.assay.content;

import java.util.Optional;
import java.util.Set;

import org.assay.model.item.ContentType;

/** What must hold besides the magic bytes, where these alone are too short, or stand before several types. */
final class FirstBytes {

    /** OBJECT IDENTIFIER 1.2.840.113549.1.7.2. */
    static final String PKCS7_SIGNED = "\u0006\t*\u0086H\u0086\u00f7\r\u0001\u0007\u0002";

    /** Where a DOS program's header has the place of a newer one (Microsoft's PE format, "MS-DOS Stub"). */
    static final int NEWER_HEADER_AT = 0x3c;

    private static final int DOS_HEADER_BYTES = 28;
    private static final Set<Integer> BITMAP_HEADER_BYTES = Set.of(12, 16, 40, 52, 56, 64, 108, 124);

    private FirstBytes() {
    }

    /** What the newer header of a {@code MZ} program says it is, where it has one among the first bytes. */
    static Optional<ContentType> newerHeader(Head head) {
        long at = head.u32(NEWER_HEADER_AT);
        return at < 0 || at > Head.MAX_BYTES ? Optional.empty() : newerHeader(head, (int) at);
    }

    /** What the newer header at {@code offset} says it is. */
    static Optional<ContentType> newerHeader(Head head, int offset) {
        return head.has(offset, "PE\0\0") ? Optional.of(ContentType.PE)
                : head.has(offset, "NE") ? Optional.of(ContentType.NE)
                : head.has(offset, "LE") || head.has(offset, "LX") ? Optional.of(ContentType.LE) : Optional.empty();
    }

    /** Whether it has a DOS header's length and is not just a text that begins with these letters. */
    static boolean isDosHeader(Head head) {
        return head.length() >= DOS_HEADER_BYTES && isNoText(head);
    }

    static boolean isNoText(Head head) {
        return TextType.of(head).isEmpty();
    }

    /**
     * Whether Linux takes it for a script (fs/binfmt_script.c): behind {@code #!} and blanks stands a name. {@code #![} begins a source in
     * Rust.
     */
    static boolean namesInterpreter(Head head) {
        int at = 2;
        while (head.u8(at) == ' ' || head.u8(at) == '\t') {
            at++;
        }
        return head.u8(at) > ' ' && head.u8(2) != '[';
    }

    /**
     * The version is a number of four digits for Python 3 and lies around 62,000 for Python 2 (Lib/importlib/_bootstrap_external.py).
     * Behind a header of 8, 12 or 16 bytes, with the age of the version, a code object stands, in Python 3 with its top bit set.
     */
    static boolean isPythonBytecode(Head head) {
        int version = head.u16(0);
        boolean known = version >= 3000 && version <= 3999 || version >= 62000 && version <= 62300;
        return known && (isCode(head.u8(8)) || isCode(head.u8(12)) || isCode(head.u8(16)));
    }

    private static boolean isCode(int type) {
        return (type & 0x7f) == 'c';
    }

    /** Whether the first entry is one that Office, OpenDocument or EPUB writes first. */
    static boolean isOfficeZip(Head head) {
        String name = firstEntry(head);
        if (name.equals("mimetype")) {
            String type = head.latin1(30 + name.length() + Math.max(0, head.u16(28)), 64);
            return type.startsWith("application/vnd.oasis.opendocument") || type.startsWith("application/vnd.sun.xml")
                    || type.startsWith("application/epub+zip");
        }
        return name.equals("[Content_Types].xml") || name.startsWith("_rels/") || name.startsWith("docProps/")
                || name.startsWith("word/") || name.startsWith("xl/") || name.startsWith("ppt/") || name.startsWith("customXml/");
    }

    /** Whether the first entry is one that a Java or Android archive has first, or carries the mark that {@code jar} gives it, 0xcafe. */
    static boolean isJavaZip(Head head) {
        String name = firstEntry(head);
        return name.startsWith("META-INF/") || name.equals("AndroidManifest.xml") || name.equals("classes.dex")
                || head.u16(28) >= 4 && head.u16(30 + name.length()) == 0xcafe;
    }

    private static String firstEntry(Head head) {
        return head.latin1(30, Math.max(0, head.u16(26)));
    }

    /** Whether the two reserved numbers are 0 and the second header has a length that it can have. */
    static boolean isBitmap(Head head) {
        return head.u32(6) == 0 && BITMAP_HEADER_BYTES.contains((int) head.u32(14));
    }

    /** Whether it counts at least one picture, and the first one's reserved byte is 0. */
    static boolean isIcon(Head head) {
        return head.u16(4) > 0 && head.u16(4) < 1024 && head.u8(9) == 0;
    }

    /** Whether it counts as many tables as a font can have; the high byte comes first. */
    static boolean isFontDirectory(Head head) {
        return head.u8(4) == 0 && head.u8(5) >= 3 && head.u8(5) < 80;
    }

    /** {@code P1} to {@code P7}, a blank, and the width or a comment. */
    static boolean isPortableMap(Head head) {
        int after = head.u8(3);
        return head.u8(1) >= '1' && head.u8(1) <= '7' && (head.u8(2) == '\n' || head.u8(2) == ' ')
                && (after == '#' || after == 'W' || after >= '0' && after <= '9');
    }

    /** A frame of MPEG layer 3 whose bit rate and sampling rate exist. */
    static boolean isMp3Frame(Head head) {
        int rates = head.u8(2);
        return (head.u8(1) & 0xe6) == 0xe2 && (head.u8(1) & 0x18) != 0x08 && rates >= 0 && (rates & 0xf0) != 0xf0 && (rates & 0xf0) != 0
                && (rates & 0x0c) != 0x0c;
    }

    /** A superblock of ext2 to ext4: its block size, revision and creator are numbers that exist. */
    static boolean isExt(Head head) {
        long blockSize = head.u32(1024 + 24);
        long creator = head.u32(1024 + 72);
        long revision = head.u32(1024 + 76);
        return blockSize >= 0 && blockSize <= 6 && creator >= 0 && creator <= 4 && revision >= 0 && revision <= 1;
    }
}
