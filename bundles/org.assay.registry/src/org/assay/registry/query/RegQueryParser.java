package org.assay.registry.query;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.assay.registry.RegistryKey;
import org.assay.registry.RegistryProblem.Kind;
import org.assay.registry.RegistrySink;
import org.assay.registry.RegistryValue;
import org.assay.registry.text.MalformedLineException;
import org.assay.registry.text.RegCharacters;
import org.assay.registry.text.RegProblems;
import org.assay.registry.text.RootKeys;

/**
 * Parses the lines that {@code reg query} printed: a key in full at the start of a line, its values as name, type and data after
 * and between four blanks, which are tabs on Windows XP, and perhaps a last line with the number of matches.
 */
public final class RegQueryParser {

    public static final String XP_HEADER = "! REG.EXE VERSION";

    private static final Pattern TYPE = Pattern.compile("(?:\\s{4}|\\t)(REG_[A-Z_]+)(?:\\s{4}|\\t|\\s*$)");
    private static final String WEAK = "The output of reg query is weak evidence: names and data in it are not escaped, so a line break "
            + "or a run of spaces in them may change what is read. Use reg export instead where you can.";
    private static final int MAX_LINE = 16 << 20;
    private static final int INDENT = 4;

    private final RegCharacters chars;
    private final RegistrySink sink;
    private final RegProblems problems;
    private Optional<List<String>> key = Optional.empty();
    /** The last value, whose text may go on in the next line. */
    private Optional<RegQueryValue> pending = Optional.empty();
    /** The number of a line that is the last one unless something follows. */
    private long footer;

    RegQueryParser(RegCharacters chars, RegistrySink sink, RegProblems problems) {
        this.chars = chars;
        this.sink = sink;
        this.problems = problems;
    }

    void parse() throws IOException {
        problems.notice(Kind.AMBIGUOUS, 1, WEAK, List.of());
        StringBuilder text = new StringBuilder();
        while (chars.peek() != RegCharacters.END) {
            long number = chars.line();
            text.setLength(0);
            if (chars.readLine(text, MAX_LINE)) {
                line(number, text.toString());
            } else {
                finish();
                skipped(number, "The line is longer than " + (MAX_LINE >> 20) + " million characters and is skipped.");
            }
        }
        finish();
        if (footer > 0) {
            problems.notice(Kind.ACCEPTED, footer, "The last line is neither a key nor a value and is taken as the match count.",
                    List.of());
        }
    }

    private void line(long number, String line) {
        Optional<List<String>> path = key(line);
        Matcher type = TYPE.matcher(line);
        if (line.isBlank()) {
            finish();
            problems.blank(number);
        } else if (path.isPresent()) {
            notLast();
            finish();
            problems.flush();
            key = path;
            sink.key(new RegistryKey(path.get(), Optional.empty(), Optional.empty(), Optional.empty(), Set.of()));
        } else if (Character.isWhitespace(line.charAt(0)) && type.find()) {
            notLast();
            finish();
            value(number, line, type);
        } else if (pending.isPresent() && pending.get().isText()) {
            pending = Optional.of(pending.get().continuedBy(line));
        } else if (key.isPresent() || !line.startsWith(XP_HEADER)) {
            notLast();
            finish();
            footer = number;
        }
    }

    private static Optional<List<String>> key(String line) {
        List<String> path = line.startsWith("HKEY_") ? RootKeys.components(line) : List.of();
        return path.isEmpty() || RootKeys.longName(path.getFirst()).isEmpty() ? Optional.empty() : Optional.of(path);
    }

    private void value(long number, String line, Matcher type) {
        String name = line.substring(Math.min(indent(line), type.start()), type.start());
        RegQueryValue value = new RegQueryValue(number, name, type.group(1), line.substring(type.end()), false);
        if (key.isEmpty()) {
            skipped(number, "A value precedes the first key and is skipped.");
        } else {
            boolean ambiguous = type.find(type.end(1));
            pending = Optional.of(ambiguous ? value.asAmbiguous() : value);
        }
    }

    /** Windows XP prints four blanks or a tab before a name. */
    private static int indent(String line) {
        return line.charAt(0) == '\t' ? 1 : INDENT;
    }

    /** Hands the pending value on. */
    private void finish() {
        if (pending.isPresent()) {
            RegQueryValue value = pending.get();
            pending = Optional.empty();
            try {
                RegistryValue read = value.read(key.orElseThrow());
                problems.flush();
                sink.value(read);
                value.ambiguity().ifPresent(ambiguity -> problems.notice(Kind.AMBIGUOUS, value.line(), ambiguity, read.key()));
            } catch (MalformedLineException e) {
                skipped(value.line(), e.getMessage());
            }
        }
    }

    /** What seemed to be the last line was not. */
    private void notLast() {
        if (footer > 0) {
            skipped(footer, "The line is neither a key nor a value and is skipped.");
            footer = 0;
        }
    }

    private void skipped(long number, String reason) {
        problems.skipped(number, number, reason, key.orElse(List.of()));
    }
}
