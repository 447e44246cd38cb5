package org.assay.startup.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts that stand encoded in a text, so that what they name is not to be seen in it: in Base64, or as numbers of characters. */
public final class EncodedText {

    /** So many pieces are decoded, so deep. */
    private static final int MAX_COUNT = 32;
    private static final int MAX_DEPTH = 3;
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{12,}={0,2}");
    private static final Pattern HEX = Pattern.compile("(?:\\\\{1,2}x[0-9A-Fa-f]{2}){4,512}+"
            + "|(?<![0-9A-Za-z])(?:[0-9A-Fa-f]{2}){8,512}+(?![0-9A-Za-z])");
    private static final int MIN_READABLE_PERCENT = 90;

    private EncodedText() {
    }

    /** {@code text}, and behind it, each in lines of its own, what is encoded in it. */
    public static String with(String text) {
        List<String> found = new ArrayList<>();
        search(text, 0, found);
        return found.isEmpty() ? text : text + "\n" + String.join("\n", found);
    }

    private static void search(String text, int depth, List<String> found) {
        for (Matcher base64 = BASE64.matcher(text); found.size() < MAX_COUNT && base64.find(); ) {
            String digits = base64.group().replace("=", "");
            int whole = digits.length() % 4 == 1 ? digits.length() - 1 : digits.length();
            add(Base64.getDecoder().decode(digits.substring(0, whole)), depth, found);
        }
        for (Matcher hex = HEX.matcher(text); found.size() < MAX_COUNT && hex.find(); ) {
            add(HexFormat.of().parseHex(hex.group().replaceAll("\\\\+x", "")), depth, found);
        }
    }

    private static void add(byte[] bytes, int depth, List<String> found) {
        boolean wide = bytes.length > 3 && bytes[1] == 0 && bytes[3] == 0;
        Charset charset = wide ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1;
        String text = new String(bytes, charset);
        long readable = text.chars().filter(unit -> unit >= ' ' && unit < 0x7f || unit == '\n' || unit == '\t' || unit == '\r').count();
        if (!text.isEmpty() && readable * 100 >= (long) MIN_READABLE_PERCENT * text.length()) {
            found.add(text);
            if (depth < MAX_DEPTH) {
                search(text, depth + 1, found);
            }
        }
    }
}
