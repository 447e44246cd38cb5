package org.assay.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.assay.registry.encoding.Utf16;

/**
 * The text in the data of a REG_SZ, REG_EXPAND_SZ, REG_LINK or REG_MULTI_SZ value, read as Windows programs read it, together
 * with what such a reading leaves out. The last byte is ignored when the length is odd.
 *
 * @param strings one string, up to the first NUL; for REG_MULTI_SZ all strings up to the first empty one
 * @param terminated whether the NUL at the end of the text is there
 * @param oddLength whether the data ends in the middle of a UTF-16 unit
 * @param hidden what follows the end of the text and is more than NULs; most programs, and regedit's own export, never
 *     show it. Empty when there is nothing
 */
public record RegistryText(List<String> strings, boolean terminated, boolean oddLength, String hidden) {

    private static final int LAST_CONTROL = 0x1f;

    public RegistryText {
        strings = List.copyOf(strings);
        Objects.requireNonNull(hidden);
    }

    /**
     * Reads UTF-16LE text.
     *
     * @param type {@link RegistryType#MULTI_SZ} for a list of strings, anything else for one string
     */
    public static RegistryText of(int type, byte[] data) {
        String all = Utf16.decode(data, 0, data.length);
        return type == RegistryType.MULTI_SZ ? several(all, data.length) : single(all, data.length);
    }

    /** The text on one line for a list or a report: strings joined by {@code " | "}, invisible characters escaped. */
    public String oneLine() {
        String text = strings.stream().map(RegistryText::visible).collect(Collectors.joining(" | "));
        return hidden.isEmpty() ? text : text + "\\u0000" + visible(hidden);
    }

    /**
     * Replaces every character that would not show, would break a line or would change the order of its neighbours by
     * {@code \}{@code uXXXX}: controls, format characters such as U+202E, line and paragraph separators and lone surrogates.
     */
    public static String visible(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (isInvisible(c)) {
                for (char unit : Character.toChars(c)) {
                    shown.append("\\u").append(String.format("%04x", (int) unit));
                }
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }

    public static boolean isInvisible(int codePoint) {
        if (codePoint > LAST_CONTROL && codePoint < 0x7f) {
            return false;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE, Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    private static RegistryText single(String all, int bytes) {
        int end = all.indexOf('\0');
        boolean terminated = end >= 0;
        String text = terminated ? all.substring(0, end) : all;
        return new RegistryText(List.of(text), terminated, bytes % 2 != 0, hiddenAfter(all, text.length()));
    }

    private static RegistryText several(String all, int bytes) {
        List<String> strings = new ArrayList<>();
        int start = 0;
        int end = all.indexOf('\0');
        while (end > start) {
            strings.add(all.substring(start, end));
            start = end + 1;
            end = all.indexOf('\0', start);
        }
        boolean terminated = end >= 0 && end == start;
        if (!terminated && start < all.length()) {
            strings.add(all.substring(start));
            start = all.length();
        }
        return new RegistryText(strings, terminated, bytes % 2 != 0, hiddenAfter(all, start));
    }

    private static String hiddenAfter(String all, int end) {
        int first = end;
        while (first < all.length() && all.charAt(first) == '\0') {
            first++;
        }
        int last = all.length();
        while (last > first && all.charAt(last - 1) == '\0') {
            last--;
        }
        return all.substring(first, last);
    }
}
