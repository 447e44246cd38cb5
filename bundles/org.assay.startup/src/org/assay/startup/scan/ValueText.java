package org.assay.startup.scan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.assay.model.item.ValueItem;
import org.assay.model.item.ValueType;
import org.assay.model.text.Bytes;
import org.assay.startup.catalogue.DataKind;
import org.assay.startup.text.Limits;

/**
 * What the data of a registry value says.
 *
 * @param texts the strings in it, at least one, each of at most {@link Limits#MAX_TEXT_LENGTH} units; an empty string when it is empty
 * @param readable whether the data is of a type that can name a program
 * @param numerals the ways to write it when it is a number
 */
public record ValueText(List<String> texts, boolean readable, List<String> numerals) {

    private static final int SHOWN = 200;

    /** Reads the data up to its terminator. Data that ends early is read as far as it goes. */
    static ValueText of(ValueItem value, DataKind kind) {
        Bytes data = value.data();
        return switch (kind.form()) {
            case ANSI_BYTES -> ValueType.isText(value.type()) ? of(value, ValueText::strings)
                    : new ValueText(List.of(ansi(data)), true, List.of());
            case PAIRS -> of(value, ValueText::renames);
            case TEXTS -> of(value, ValueText::strings);
        };
    }

    /** @param several reads it where its type is that of a list */
    private static ValueText of(ValueItem value, Function<Bytes, List<String>> several) {
        Bytes data = value.data();
        return switch (value.type()) {
            case ValueType.SZ, ValueType.EXPAND_SZ, ValueType.LINK ->
                new ValueText(List.of(Limits.cut(ValueType.string(data))), true, List.of());
            case ValueType.MULTI_SZ -> new ValueText(several.apply(data), true, List.of());
            case ValueType.DWORD, ValueType.QWORD -> new ValueText(List.of(ValueType.display(value.type(), data, SHOWN)), false,
                    numerals(data));
            default -> new ValueText(List.of(ValueType.display(value.type(), data, SHOWN)), data.length() == 0, List.of());
        };
    }

    private static List<String> strings(Bytes data) {
        List<String> strings = ValueType.strings(data).stream().map(Limits::cut).toList();
        return strings.isEmpty() ? List.of("") : strings;
    }

    /** Pairs of a source and a destination; an empty destination deletes the source, so the list does not end at an empty string. */
    private static List<String> renames(Bytes data) {
        String[] all = new String(data.toArray(), 0, data.length() & ~1, StandardCharsets.UTF_16LE).split("\0", -1);
        List<String> pairs = new ArrayList<>();
        for (int at = 0; at < all.length && !all[at].isEmpty(); at += 2) {
            pairs.add(Limits.cut((at + 1 < all.length ? all[at + 1] : "") + "=" + all[at]));
        }
        return pairs.isEmpty() ? List.of("") : pairs;
    }

    private static String ansi(Bytes data) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < data.length() && at < Limits.MAX_TEXT_LENGTH && data.unsignedAt(at) != 0; at++) {
            text.append((char) data.unsignedAt(at));
        }
        return text.toString();
    }

    private static List<String> numerals(Bytes data) {
        if (data.length() > Long.BYTES) {
            return List.of();
        }
        long number = 0;
        for (int at = data.length() - 1; at >= 0; at--) {
            number = number << 8 | data.unsignedAt(at);
        }
        return List.of(Long.toUnsignedString(number), "0x" + Long.toHexString(number));
    }
}
