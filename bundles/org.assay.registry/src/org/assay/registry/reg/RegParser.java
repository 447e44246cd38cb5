package org.assay.registry.reg;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.assay.registry.RegistryKey;
import org.assay.registry.RegistrySink;
import org.assay.registry.RegistryValue;
import org.assay.registry.text.MalformedLineException;
import org.assay.registry.text.RegCharacters;
import org.assay.registry.text.RegProblems;

/** Goes through the lines of a {@code .reg} file after its header. */
final class RegParser {

    private static final String BEFORE_KEYS = "A value precedes the first key and is skipped.";
    private static final String BELOW_DELETED = "A value follows the deletion of its key; it is skipped, as regedit does.";
    private static final String BELOW_UNKNOWN = "A value follows a key line that could not be parsed and is skipped.";
    private static final String JUNK = "The line is not a key, a value or a comment and is skipped.";

    private final RegCharacters chars;
    private final RegistrySink sink;
    private final RegProblems problems;
    private final RegKeyLine keys;
    private final RegValueLine values;
    private Optional<List<String>> key = Optional.empty();
    private String withoutKey = BEFORE_KEYS;

    RegParser(RegCharacters chars, RegistrySink sink, RegProblems problems, RegValueLine.Strings strings,
            Optional<List<String>> base) {
        this.chars = chars;
        this.sink = sink;
        this.problems = problems;
        this.keys = new RegKeyLine(chars, problems, base);
        this.values = new RegValueLine(chars, problems, strings);
    }

    void parse() throws IOException {
        while (chars.peek() != RegCharacters.END) {
            chars.skipBlanks();
            switch (chars.peek()) {
                case RegCharacters.END, '\r', '\n', ';' -> {
                    problems.blank(chars.line());
                    chars.skipLine();
                }
                case '[' -> keyLine();
                case '"', '@' -> valueLine();
                default -> junkLine();
            }
        }
    }

    private void junkLine() throws IOException {
        long line = chars.line();
        chars.skipLine();
        problems.skipped(line, line, JUNK, key.orElse(List.of()));
    }

    private void keyLine() throws IOException {
        long line = chars.line();
        try {
            RegKeyLine.Read read = keys.read();
            chars.skipLine();
            problems.flush();
            if (read.deletion()) {
                key = Optional.empty();
                withoutKey = BELOW_DELETED;
                sink.deletedKey(read.path());
            } else {
                key = Optional.of(read.path());
                sink.key(new RegistryKey(read.path(), Optional.empty(), Optional.empty(), Optional.empty(), Set.of()));
            }
        } catch (MalformedLineException e) {
            key = Optional.empty();
            withoutKey = e.getMessage();
            giveUp(line, e);
        }
    }

    private void valueLine() throws IOException {
        long line = chars.line();
        try {
            RegValueLine.Read read = values.read(key.orElse(List.of()));
            long last = chars.line();
            chars.skipLine();
            if (key.isPresent()) {
                problems.flush();
                emit(key.get(), read);
            } else {
                problems.skipped(line, last, withoutKey, List.of());
            }
        } catch (MalformedLineException e) {
            giveUp(line, e);
            if (e.dropsKeyLine()) {
                key = Optional.empty();
                withoutKey = BELOW_UNKNOWN;
            }
        }
    }

    private void emit(List<String> path, RegValueLine.Read read) {
        if (read.data().isPresent()) {
            RegValueLine.Data data = read.data().get();
            sink.value(new RegistryValue(path, read.name(), data.type(), data.bytes()));
        } else {
            sink.deletedValue(path, read.name());
        }
    }

    /** Reports the lines from the first on and carries on at the last line start where something else may begin. */
    private void giveUp(long first, MalformedLineException reason) throws IOException {
        if (chars.reset()) {
            problems.skipped(first, Math.max(first, chars.line() - 1), reason.getMessage(), key.orElse(List.of()));
        } else {
            problems.skipped(first, chars.line(), reason.getMessage(), key.orElse(List.of()));
            chars.skipLine();
        }
    }
}
