package org.assay.model.item;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.assay.model.text.Bytes;
import org.assay.model.text.Visible;

/**
 * The types of registry values and how their data reads (Microsoft Learn, "Registry value types"). The room {@code registry} numbers them
 * itself, in {@code RegistryType}: it can be used without the model. A test holds both to the same names.
 */
public final class ValueType {

    public static final int NONE = 0;
    public static final int SZ = 1;
    public static final int EXPAND_SZ = 2;
    public static final int BINARY = 3;
    public static final int DWORD = 4;
    public static final int DWORD_BIG_ENDIAN = 5;
    public static final int LINK = 6;
    public static final int MULTI_SZ = 7;
    public static final int QWORD = 11;

    private static final List<String> NAMES = List.of("REG_NONE", "REG_SZ", "REG_EXPAND_SZ", "REG_BINARY", "REG_DWORD",
            "REG_DWORD_BIG_ENDIAN", "REG_LINK", "REG_MULTI_SZ", "REG_RESOURCE_LIST", "REG_FULL_RESOURCE_DESCRIPTOR",
            "REG_RESOURCE_REQUIREMENTS_LIST", "REG_QWORD");

    private ValueType() {
    }

    /** {@code REG_SZ} and the like; a number without a name as {@code REG_0x2001}. */
    public static String name(int type) {
        return type >= 0 && type < NAMES.size() ? NAMES.get(type) : "REG_0x" + Integer.toHexString(type);
    }

    /** Whether data of this type is meant to be UTF-16 text: SZ, EXPAND_SZ, MULTI_SZ, LINK. */
    public static boolean isText(int type) {
        return type == SZ || type == EXPAND_SZ || type == MULTI_SZ || type == LINK;
    }

    /**
     * The data as UTF-16LE text up to its first NUL: what a program that asks for a string gets. An odd last byte is left out, and half of
     * a surrogate pair reads as U+FFFD. Use it for types that {@link #isText} accepts; what lies behind the NUL is not evidence of nothing
     * and stays in the data.
     */
    public static String string(Bytes data) {
        String all = allText(data);
        int end = all.indexOf('\0');
        return end < 0 ? all : all.substring(0, end);
    }

    /** The strings of MULTI_SZ data; the empty string that ends the list is not one of them. */
    public static List<String> strings(Bytes data) {
        return Stream.of(allText(data).split("\0", -1)).takeWhile(part -> !part.isEmpty()).toList();
    }

    /**
     * One line for people: text as it reads, numbers as {@code 0x1 (1)}, everything else as hex bytes. Text with anything behind its
     * terminator shows all of it with NUL spelled out. At most about {@code limit} characters, cut with an ellipsis.
     */
    public static String display(int type, Bytes data, int limit) {
        String text = switch (type) {
            case SZ, EXPAND_SZ, LINK -> textWithTail(data);
            case MULTI_SZ -> listWithTail(data);
            case DWORD -> data.length() == 4 ? number(data, 4) : hexBytes(data, limit);
            case QWORD -> data.length() == 8 ? number(data, 8) : hexBytes(data, limit);
            default -> hexBytes(data, limit);
        };
        String visible = Visible.text(text);
        return visible.length() <= limit ? visible : visible.substring(0, limit - 1) + "…";
    }

    /** Every half of a surrogate pair that stands alone becomes U+FFFD; Java's decoder would swallow the unit behind it, too. */
    private static String allText(Bytes data) {
        return units(data).codePoints().map(point -> Character.getType(point) == Character.SURROGATE ? 0xfffd : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /** The data as UTF-16LE code units, NUL and halves of pairs as they are; an odd last byte is left out. */
    public static String units(Bytes data) {
        return ByteBuffer.wrap(data.toArray(), 0, data.length() & ~1).order(ByteOrder.LITTLE_ENDIAN).asCharBuffer().toString();
    }

    private static String textWithTail(Bytes data) {
        String all = units(data);
        return all.endsWith("\0") ? all.substring(0, all.length() - 1) : all;
    }

    private static String listWithTail(Bytes data) {
        List<String> strings = strings(data);
        String all = units(data);
        boolean wellFormed = all.equals(strings.stream().map(each -> each + "\0").collect(Collectors.joining()) + "\0");
        return wellFormed ? String.join(" | ", strings) : all;
    }

    private static String number(Bytes data, int length) {
        long number = 0;
        for (int at = length - 1; at >= 0; at--) {
            number = number << 8 | data.unsignedAt(at);
        }
        return "0x" + Long.toHexString(number) + " (" + Long.toUnsignedString(number) + ")";
    }

    private static String hexBytes(Bytes data, int limit) {
        StringBuilder hex = new StringBuilder();
        for (int at = 0; at < data.length() && hex.length() <= limit; at++) {
            hex.append(at == 0 ? "" : " ").append("%02x".formatted(data.unsignedAt(at)));
        }
        return hex.toString();
    }
}
