package org.assay.app.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Scripts that the Windows Script Encoder made, wherever they stand in a text: {@code .vbe}, {@code .jse}, pages.
 *
 * <p>Such a script is {@code #@~^}, its length as a little-endian number of four bytes in base64, the encoded text, the sum of the bytes of
 * the plain text in the same form, and {@code ^#~@}. Characters beyond ASCII stand for themselves and are not counted; each other one is
 * replaced by one of three alphabets, of which its place, modulo 64, says which; and {@code @&}, {@code @#}, {@code @*}, {@code @!} and
 * {@code @$} are LF, CR, {@code >}, {@code <} and {@code @}. The sources stand in {@code script-encoder.tsv}.
 */
final class EncodedScript {

    private static final String BEGIN = "#@~^";
    private static final String END = "^#~@";
    /** Of a number of four bytes in base64. */
    private static final int NUMBER_LENGTH = 8;
    private static final String ESCAPED = "&#*!$";
    private static final String MEANT = "\n\r><@";
    /** Which alphabet holds for a character, by its place. */
    private static final String ORDER = "0120121221210212021200122102122100212120200120210212001220012021";
    private static final List<String> ALPHABETS = alphabets();

    private EncodedScript() {
    }

    /** The scripts in {@code text}, at most {@code most}, decoded as far as they go. */
    static List<Decoded> in(String text, int most) {
        List<Decoded> scripts = new ArrayList<>();
        int at = text.indexOf(BEGIN);
        while (at >= 0 && scripts.size() < most) {
            int body = at + BEGIN.length() + NUMBER_LENGTH;
            Optional<Long> length = number(text, at + BEGIN.length());
            if (length.isPresent()) {
                scripts.add(decode(text, at, body, length.get()));
            }
            at = text.indexOf(BEGIN, length.isPresent() ? scripts.getLast().end() : at + 1);
        }
        return scripts;
    }

    /** The length says where the script ends if the end stands there; if not, it is the next one that does. */
    private static Decoded decode(String text, int start, int body, long length) {
        long stated = body + length;
        boolean fits = stated + NUMBER_LENGTH <= text.length() && text.startsWith(END, (int) stated + NUMBER_LENGTH);
        int mark = fits ? (int) stated + NUMBER_LENGTH : text.indexOf("==" + END, body) + 2;
        if (mark < body + NUMBER_LENGTH) {
            return new Decoded(start, text.length(), "Windows Script Encoder; its end is missing", plain(text, body, text.length()));
        }
        String plain = plain(text, body, mark - NUMBER_LENGTH);
        boolean ascii = plain.chars().allMatch(unit -> unit < 0x80);
        boolean summed = !ascii || number(text, mark - NUMBER_LENGTH).filter(sum -> sum == plain.chars().asLongStream().sum()).isPresent();
        return new Decoded(start, mark + END.length(), "Windows Script Encoder" + (fits ? "" : "; its length does not fit")
                + (summed ? "" : "; its checksum does not fit"), plain);
    }

    private static String plain(String text, int from, int to) {
        StringBuilder plain = new StringBuilder(to - from);
        int place = 0;
        for (int at = from; at < to; at++) {
            char unit = text.charAt(at);
            int escaped = unit == '@' && at + 1 < to ? ESCAPED.indexOf(text.charAt(at + 1)) : -1;
            if (escaped >= 0) {
                plain.append(MEANT.charAt(escaped));
                at++;
            } else {
                plain.append(unit < 0x80 ? ALPHABETS.get(ORDER.charAt(place % ORDER.length()) - '0').charAt(unit) : unit);
            }
            place += unit < 0x80 ? 1 : 0;
        }
        return plain.toString();
    }

    /** The number at {@code at}, 0 to 2^32-1; empty where none stands. */
    private static Optional<Long> number(String text, int at) {
        if (at + NUMBER_LENGTH > text.length() || !text.substring(at, at + NUMBER_LENGTH).matches("[A-Za-z0-9+/]{6}==")) {
            return Optional.empty();
        }
        byte[] bytes = Base64.getDecoder().decode(text.substring(at, at + NUMBER_LENGTH));
        return Optional.of(bytes[0] & 0xffL | (bytes[1] & 0xffL) << 8 | (bytes[2] & 0xffL) << 16 | (bytes[3] & 0xffL) << 24);
    }

    /** By the encoded byte what it stands for; one that the encoder does not replace stands for itself. */
    private static List<String> alphabets() {
        char[][] alphabets = new char[3][0x80];
        for (char[] alphabet : alphabets) {
            for (char unit = 0; unit < alphabet.length; unit++) {
                alphabet[unit] = unit;
            }
        }
        rows().filter(row -> !row.startsWith("#")).map(row -> row.split("\t")).forEach(row -> {
            for (int which = 0; which < alphabets.length; which++) {
                alphabets[which][Integer.parseInt(row[0], 16)] = (char) Integer.parseInt(row[which + 1], 16);
            }
        });
        return List.of(new String(alphabets[0]), new String(alphabets[1]), new String(alphabets[2]));
    }

    private static Stream<String> rows() {
        try (InputStream in = EncodedScript.class.getResourceAsStream("script-encoder.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
