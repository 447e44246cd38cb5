package org.assay.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * A file in TOML 1.0 that a user wrote. What is wrong is said with the line on which it stands, as an {@link AssayException} with
 * {@link ErrorCode#WRONG_USAGE}.
 *
 * @param what the kind of the file, with its article, to begin a message with: {@code the policy}
 * @param name what to call the file in a message
 */
public record TomlFile(String what, String name) {

    /** What is wrong with a text that the parser cannot read to its end. */
    public static final String TOO_DEEP = "arrays or tables are nested too deeply";

    private static final int MAX_LENGTH = 1 << 20;

    /** A table of the file. */
    public static final class Part {

        private final TomlTable table;
        private final int line;

        private Part(TomlTable table, int line) {
            this.table = table;
            this.line = line;
        }

        /** The line where it begins, from 1. */
        public int line() {
            return line;
        }

        /** Whether it has the field {@code key}. */
        public boolean has(String key) {
            return table.contains(List.of(key));
        }
    }

    /** All of it, which has only these fields. */
    public Part parse(String text, Set<String> fields) {
        if (text.length() > MAX_LENGTH) {
            throw wrong(1, "it is longer than " + MAX_LENGTH + " characters");
        }
        TomlParseResult root = parsed(text).orElseThrow(() -> wrong(1, TOO_DEEP));
        if (root.hasErrors()) {
            throw wrong(root.errors().getFirst().position().line(), root.errors().getFirst().getMessage());
        }
        return known(new Part(root, 1), fields);
    }

    /** What the parser makes of a text; empty where it is {@link #TOO_DEEP}. */
    public static Optional<TomlParseResult> parsed(String text) {
        try {
            return Optional.of(Toml.parse(text));
        } catch (StackOverflowError e) {
            // The parser descends with every bracket and has no bound of its own; nothing of it is kept.
            return Optional.empty();
        }
    }

    /** The tables of the list {@code key}, each with only these fields. */
    public List<Part> tables(Part part, String key, Set<String> fields) {
        List<Part> parts = new ArrayList<>();
        TomlArray tables = value(part, key, TomlArray.class);
        for (int at = 0; at < tables.size(); at++) {
            int line = tables.inputPositionOf(at).line();
            if (!(tables.get(at) instanceof TomlTable table)) {
                throw wrong(line, "a " + key + " is a table: [[" + key + "]]");
            }
            parts.add(known(new Part(table, line), fields));
        }
        return parts;
    }

    /** The text of a field that must be there. */
    public String text(Part part, String key) {
        return value(part, key, String.class);
    }

    /** The texts of a list; none where it is left out. */
    public List<String> texts(Part part, String key) {
        List<String> texts = new ArrayList<>();
        if (part.has(key)) {
            TomlArray named = value(part, key, TomlArray.class);
            for (int at = 0; at < named.size(); at++) {
                if (!(named.get(at) instanceof String text)) {
                    throw wrong(named.inputPositionOf(at).line(), "each of " + key + " is a text");
                }
                texts.add(text);
            }
        }
        return texts;
    }

    /** The constant that {@code word}, the text of a field or one of its texts, names in lower case. */
    public <E extends Enum<E>> E word(Part part, String key, String word, Class<E> type) {
        E[] all = type.getEnumConstants();
        return Arrays.stream(all).filter(one -> word(one).equals(word)).findFirst().orElseThrow(() -> wrong(line(part, key),
                key + " is one of " + Arrays.stream(all).map(TomlFile::word).collect(Collectors.joining(", ")) + ", not: " + word));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** What to throw when the field {@code key} is not what it should be. */
    public AssayException wrong(Part part, String key, String problem) {
        return wrong(line(part, key), problem);
    }

    private Part known(Part part, Set<String> fields) {
        for (String key : part.table.keySet()) {
            if (!fields.contains(key)) {
                throw wrong(line(part, key), "there is no field " + key + "; there are "
                        + fields.stream().sorted().collect(Collectors.joining(", ")));
            }
        }
        return part;
    }

    private <T> T value(Part part, String key, Class<T> type) {
        Object value = part.table.get(List.of(key));
        if (!type.isInstance(value)) {
            throw wrong(line(part, key), value == null ? "the field " + key + " is missing"
                    : key + (type == String.class ? " is a text" : " is a list"));
        }
        return type.cast(value);
    }

    private static int line(Part part, String key) {
        return Optional.ofNullable(part.table.inputPositionOf(List.of(key))).map(TomlPosition::line).orElse(part.line());
    }

    private AssayException wrong(int line, String problem) {
        return new AssayException(ErrorCode.WRONG_USAGE, what + " " + name + " cannot be read, line " + line + ": " + problem);
    }
}
