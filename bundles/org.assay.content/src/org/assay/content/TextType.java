package org.assay.content;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

import org.assay.model.item.ContentType;

/** Tells text from other data, and what kind of text it is by how it begins. */
final class TextType {

    /** How many characters from the start tell the kind. */
    private static final int BEGIN = 512;

    /** For each byte whether it stands in text: blanks, line ends, BEL, BS, FF, the end mark of DOS, ESC, and whatever can be seen. */
    private static final boolean[] IN_TEXT = new boolean[256];

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long BLANKS = ' ' * ONES;
    private static final long TOPS = 0x80 * ONES;

    static {
        for (int b = 0; b < IN_TEXT.length; b++) {
            IN_TEXT[b] = b >= ' ' && b != 0x7f || b >= 0x07 && b <= 0x0d && b != 0x0b || b == 0x1a || b == 0x1b;
        }
    }

    /** Whether there is no byte that does not stand in text; whether there are other bytes than those of ASCII then. */
    private enum Plain { NO, ASCII, MORE }

    private TextType() {
    }

    /** The kind of text; empty when it is none. */
    static Optional<ContentType> of(Head head) {
        if (head.has(0, "\u00ff\u00fe") || head.has(0, "\u00fe\u00ff")) {
            return isUtf16(head) ? Optional.of(byBegin(utf16Begin(head))) : Optional.empty();
        }
        Plain plain = plain(head);
        if (plain == Plain.NO) {
            return Optional.empty();
        }
        int from = head.has(0, "\u00ef\u00bb\u00bf") ? 3 : 0;
        ContentType kind = mayBegin(head, from) ? byBegin(head.latin1(from, BEGIN)) : ContentType.TEXT;
        boolean text = plain == Plain.ASCII || kind != ContentType.TEXT || isUtf8(head) || isMostlyAscii(head);
        return text ? Optional.of(kind) : Optional.empty();
    }

    /** Whether the first character that is no blank is one with which a kind of text begins. */
    private static boolean mayBegin(Head head, int from) {
        int at = from;
        while (head.u8(at) >= 0 && head.u8(at) <= ' ') {
            at++;
        }
        return switch (head.u8(at)) {
            case '<', '-', 'R', 'W' -> true;
            default -> false;
        };
    }

    private static ContentType byBegin(String begin) {
        if (begin.startsWith("-----BEGIN ")) {
            return ContentType.CERTIFICATE;
        }
        if (begin.startsWith("REGEDIT4") || begin.startsWith("Windows Registry Editor Version ")) {
            return ContentType.REGISTRY_EXPORT;
        }
        String text = begin.stripLeading();
        return text.startsWith("<") ? markup(text.toLowerCase(Locale.ROOT)) : ContentType.TEXT;
    }

    private static ContentType markup(String text) {
        boolean html = text.startsWith("<!doctype html") || text.startsWith("<html") || text.startsWith("<head")
                || text.startsWith("<body") || text.startsWith("<script") || text.startsWith("<title");
        boolean xml = text.startsWith("<?xml") || text.startsWith("<svg");
        return html || xml && text.contains("<html") ? ContentType.HTML : xml ? ContentType.XML : ContentType.TEXT;
    }

    private static Plain plain(Head head) {
        byte[] bytes = head.bytes();
        long all = 0;
        int at = 0;
        for (; at + Long.BYTES <= head.length(); at += Long.BYTES) {
            long eight = (long) EIGHT.get(bytes, at);
            // Sets the top bit of some byte when one of them is below a blank, above 0x7e, or nearly; then all are looked at.
            if (((eight - BLANKS | eight + ONES | eight) & TOPS) != 0 && !isPlain(bytes, at, at + Long.BYTES)) {
                return Plain.NO;
            }
            all |= eight;
        }
        if (!isPlain(bytes, at, head.length())) {
            return Plain.NO;
        }
        for (; at < head.length(); at++) {
            all |= bytes[at];
        }
        return (all & TOPS) == 0 ? Plain.ASCII : Plain.MORE;
    }

    private static boolean isPlain(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (!IN_TEXT[bytes[at] & 0xff]) {
                return false;
            }
        }
        return true;
    }

    /** Whether at most every tenth byte is no ASCII, as in a code page of a language of western Europe. */
    private static boolean isMostlyAscii(Head head) {
        int other = 0;
        for (int at = 0; at < head.length(); at++) {
            other += head.u8(at) >>> 7;
        }
        return other <= head.length() / 10;
    }

    /** A character that the end cuts off is let pass (RFC 3629, section 4, without its narrower ranges for the second byte). */
    private static boolean isUtf8(Head head) {
        int at = 0;
        while (at < head.length()) {
            if (at + Long.BYTES <= head.length() && ((long) EIGHT.get(head.bytes(), at) & TOPS) == 0) {
                at += Long.BYTES;
                continue;
            }
            int lead = head.u8(at);
            if (lead >= 0x80 && lead < 0xc2 || lead >= 0xf5) {
                return false;
            }
            int following = lead < 0x80 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
            int end = Math.min(at + 1 + following, head.length());
            for (at++; at < end; at++) {
                if ((head.u8(at) & 0xc0) != 0x80) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether no character of the Latin page is one that does not stand in text. */
    private static boolean isUtf16(Head head) {
        int high = head.u8(0) == 0xff ? 1 : 0;
        for (int at = 2; at + 1 < head.length(); at += 2) {
            if (head.u8(at + high) == 0 && !IN_TEXT[head.u8(at + 1 - high)]) {
                return false;
            }
        }
        return true;
    }

    private static String utf16Begin(Head head) {
        return new String(head.bytes(), 2, Math.min(head.length() - 2, 2 * BEGIN) & ~1,
                head.u8(0) == 0xff ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
    }
}
