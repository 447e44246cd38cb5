package org.assay.registry.wine;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.assay.registry.KeyTrait;
import org.assay.registry.RegistryKey;
import org.assay.registry.RegistryProblem.Kind;
import org.assay.registry.RegistrySink;
import org.assay.registry.RegistryType;
import org.assay.registry.RegistryValue;
import org.assay.registry.encoding.FileTime;
import org.assay.registry.text.BoundedBytes;
import org.assay.registry.text.MalformedLineException;
import org.assay.registry.text.RegCharacters;
import org.assay.registry.text.RegHexData;
import org.assay.registry.text.RegProblems;
import org.assay.registry.text.RootKeys;

/** Parses the lines of a registry file of Wine after its header. */
final class WineParser {

    private static final String RELATIVE = ";; All keys relative to ";
    private static final String NO_KEY = "A value precedes the first key or follows a key that could not be parsed and is skipped.";
    private static final int MAX_LINE = 1 << 16;
    private static final int MAX_OPTION = 8;

    private final RegCharacters chars;
    private final RegistrySink sink;
    private final RegProblems problems;
    private final WineText text;
    private final RegHexData hex;
    private final List<String> assumedRoot;
    private Optional<List<String>> root = Optional.empty();
    private Optional<List<String>> key = Optional.empty();
    /** What is known of a key until its first value or the next key. */
    private Optional<RegistryKey> pending = Optional.empty();

    WineParser(RegCharacters chars, RegistrySink sink, RegProblems problems, List<String> assumedRoot) {
        this.chars = chars;
        this.sink = sink;
        this.problems = problems;
        this.assumedRoot = assumedRoot;
        this.text = new WineText(chars);
        this.hex = new RegHexData(chars);
    }

    void parse() throws IOException {
        while (chars.peek() != RegCharacters.END) {
            long line = chars.line();
            chars.skipBlanks();
            try {
                switch (chars.peek()) {
                    case RegCharacters.END, '\r', '\n' -> problems.blank(line);
                    case ';' -> comment();
                    case '[' -> keyLine(line);
                    case '#' -> option();
                    case '"', '@' -> valueLine(line);
                    default -> throw new MalformedLineException("The line is not a key, a value or a comment and is skipped.");
                }
                chars.skipLine();
            } catch (MalformedLineException e) {
                problems.skipped(line, chars.line(), e.getMessage(), key.orElse(List.of()));
                chars.skipLine();
            }
        }
        emitKey();
    }

    private void comment() throws IOException {
        String comment = restOfLine();
        if (root.isEmpty() && key.isEmpty() && comment.startsWith(RELATIVE)) {
            root = root(comment.substring(RELATIVE.length()));
        }
    }

    /** The path for the words after {@code ;; All keys relative to}, for example {@code REGISTRY\\User\\S-1-5-21-0-0-0-1000}. */
    static Optional<List<String>> root(String spelled) {
        List<String> path = new ArrayList<>(RootKeys.components(spelled));
        if (!path.isEmpty() && !path.getFirst().equalsIgnoreCase("REGISTRY")) {
            path.addFirst("REGISTRY");
        }
        return RootKeys.ofKernelPath(path);
    }

    private void keyLine(long line) throws IOException, MalformedLineException {
        emitKey();
        key = Optional.empty();
        String name = text(']');
        if (root.isEmpty()) {
            root = Optional.of(assumedRoot);
            problems.notice(Kind.ACCEPTED, line, "The file does not say where its keys belong; they are placed below "
                    + String.join("\\", assumedRoot) + ", as its name suggests.", List.of());
        }
        List<String> path = new ArrayList<>(root.get());
        path.addAll(RootKeys.components(name));
        key = Optional.of(List.copyOf(path));
        pending = Optional.of(new RegistryKey(path, seconds(restOfLine().strip()), Optional.empty(), Optional.empty(), Set.of()));
    }

    private static Optional<Instant> seconds(String digits) {
        return digits.matches("[1-9][0-9]{0,10}") ? Optional.of(Instant.ofEpochSecond(Long.parseLong(digits))) : Optional.empty();
    }

    /** What comes between a key and its values: a time in steps of 100 ns, a class name, or that the key is a link. */
    private void option() throws IOException, MalformedLineException {
        String option = hashWord();
        switch (option) {
            case "#time=" -> {
                String digits = restOfLine();
                if (!digits.matches("[0-9a-fA-F]{1,16}")) {
                    throw new MalformedLineException("The timestamp of a key is malformed and is skipped.");
                }
                Optional<Instant> time = FileTime.instant(Long.parseUnsignedLong(digits, 16));
                pending = pending.map(known -> known(known.path(), time, known.className(), known.traits()));
            }
            case "#class=" -> {
                String name = text('"');
                pending = pending.map(known -> known(known.path(), known.lastWritten(), Optional.of(name), known.traits()));
            }
            case "#arch=" -> restOfLine();
            case "#link" -> pending = pending.map(known -> known(known.path(), known.lastWritten(), known.className(),
                    Set.of(KeyTrait.SYMBOLIC_LINK)));
            default -> throw new MalformedLineException("The line starting with # is unknown and is skipped.");
        }
    }

    private static RegistryKey known(List<String> path, Optional<Instant> time, Optional<String> className, Set<KeyTrait> traits) {
        return new RegistryKey(path, time, className, Optional.empty(), traits);
    }

    private String hashWord() throws IOException {
        StringBuilder word = new StringBuilder();
        while (!chars.atLineEnd() && word.indexOf("=") < 0 && word.length() < MAX_OPTION) {
            word.append((char) chars.read());
        }
        return word.toString();
    }

    private void valueLine(long line) throws IOException, MalformedLineException {
        emitKey();
        String name = name();
        if (chars.read() != '=') {
            throw new MalformedLineException("A value name is not followed by an equals sign; the line is skipped.");
        }
        RegistryValue value = data(line, name);
        if (!chars.onlyCommentLeft()) {
            throw new MalformedLineException("The data is followed by other text; the value is skipped.");
        }
        if (key.isEmpty()) {
            throw new MalformedLineException(NO_KEY);
        }
        problems.flush();
        sink.value(value);
    }

    private String name() throws IOException, MalformedLineException {
        if (chars.peek() == '@') {
            chars.read();
            return "";
        }
        return text('"');
    }

    private String text(char close) throws IOException, MalformedLineException {
        BoundedBytes name = new BoundedBytes(MAX_LINE);
        text.read(name, close);
        if (name.overflowed()) {
            throw new MalformedLineException("A name is longer than " + MAX_LINE / 2
                    + " characters; it and what belongs to it are skipped.");
        }
        return name.toText();
    }

    private RegistryValue data(long line, String name) throws IOException, MalformedLineException {
        List<String> path = key.orElse(List.of());
        BoundedBytes data = new BoundedBytes(BoundedBytes.MAX_VALUE);
        String keyword = chars.peek() == '"' ? "" : hex.keyword();
        int type = switch (keyword) {
            case "" -> RegistryType.SZ;
            case "hex:" -> RegistryType.BINARY;
            case "dword:" -> RegistryType.DWORD;
            case "hex(", "str(" -> hex.type();
            default -> throw new MalformedLineException("The data is not a string, dword:, hex: or str; the value is skipped.");
        };
        switch (keyword) {
            case "dword:" -> {
                return new RegistryValue(path, name, type, BoundedBytes.littleEndian(hex.readDword(), Integer.BYTES));
            }
            case "", "str(" -> {
                text.read(data, '"');
                data.addUnit(0);
            }
            default -> hex.readBytes(data);
        }
        if (data.overflowed()) {
            throw new MalformedLineException("The data is larger than " + (BoundedBytes.MAX_VALUE >> 20) + " MiB; the value is skipped.");
        }
        if (keyword.startsWith("hex") && hex.endsWithFile()) {
            problems.skipped(line, chars.line(), "The file ends inside a value; the bytes before that are kept.", path);
        }
        return new RegistryValue(path, name, type, data.toBytes());
    }

    private void emitKey() {
        if (pending.isPresent()) {
            problems.flush();
            sink.key(pending.get());
            pending = Optional.empty();
        }
    }

    private String restOfLine() throws IOException {
        StringBuilder rest = new StringBuilder();
        while (!chars.atLineEnd() && rest.length() < MAX_LINE) {
            rest.append((char) chars.read());
        }
        return rest.toString();
    }
}
