package org.assay.registry.reg;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.assay.registry.RegistryProblem.Kind;
import org.assay.registry.RegistryText;
import org.assay.registry.text.MalformedLineException;
import org.assay.registry.text.RegCharacters;
import org.assay.registry.text.RegProblems;
import org.assay.registry.text.RootKeys;

/**
 * Reads a key line: {@code [ROOT\path]} or {@code [-ROOT\path]}. Nothing in it is escaped, and the bracket that closes is the last one
 * of the line, so a name may contain brackets, quotes and semicolons. A name that contains a line break was written as it is; it is
 * followed as long as the next line does not look like a line of its own.
 */
final class RegKeyLine {

    /** What a key line says. */
    record Read(List<String> path, boolean deletion) {
    }

    private static final String LINE_BREAK = "A key name contains a line break; the file does not distinguish CR LF from LF, so it is "
            + "read as LF.";

    /** What HiveSwarming writes for the root key of a hive. */
    private static final String HIVE_ROOT = "(HiveRoot)";

    /** 512 levels of 255 characters, more than Windows allows in one path. */
    private static final int MAX_LENGTH = 1 << 17;

    private final RegCharacters chars;
    private final RegProblems problems;
    private final Optional<List<String>> base;

    /** @param base where keys belong whose path does not start with a root key */
    RegKeyLine(RegCharacters chars, RegProblems problems, Optional<List<String>> base) {
        this.chars = chars;
        this.problems = problems;
        this.base = base;
    }

    /** Reads from the opening bracket, which comes next, to the end of the line, which stays. */
    Read read() throws IOException, MalformedLineException {
        long line = chars.line();
        chars.unmark();
        chars.read();
        StringBuilder text = new StringBuilder();
        boolean closed = takeLine(text);
        while (!closed && nextLineContinues()) {
            text.append('\n');
            closed = takeLine(text);
        }
        if (!closed) {
            throw new MalformedLineException("The key line has no closing bracket; it and the values below it are skipped.");
        }
        chars.unmark();
        if (chars.line() != line) {
            problems.notice(Kind.ACCEPTED, line, LINE_BREAK, List.of());
        }
        int close = text.lastIndexOf("]");
        checkRest(line, text.substring(close + 1));
        boolean deletion = text.charAt(0) == '-';
        return new Read(path(line, text.substring(deletion ? 1 : 0, close), deletion), deletion);
    }

    /** Takes the rest of the line; true when it has a closing bracket. */
    private boolean takeLine(StringBuilder text) throws IOException, MalformedLineException {
        boolean closed = false;
        while (!chars.atLineEnd()) {
            if (text.length() == MAX_LENGTH) {
                throw new MalformedLineException("The key line is longer than " + MAX_LENGTH
                        + " characters; it and the values below it are "
                        + "skipped.");
            }
            closed |= chars.peek() == ']';
            text.append((char) chars.read());
        }
        return closed;
    }

    private boolean nextLineContinues() throws IOException {
        chars.skipLineEnd();
        chars.mark();
        return !chars.atLineEnd() && " \t;[\"@".indexOf(chars.peek()) < 0;
    }

    private void checkRest(long line, String rest) {
        String text = rest.strip();
        if (!text.isEmpty() && text.charAt(0) != ';') {
            problems.noticeOnce(Kind.ACCEPTED, line,
                    "The closing bracket of a key line is followed by other text, which is ignored, as regedit does.");
        }
    }

    private List<String> path(long line, String text, boolean deletion) throws MalformedLineException {
        List<String> path = new ArrayList<>(RootKeys.components(text));
        String first = text.startsWith("\\") || path.isEmpty() ? "" : path.getFirst();
        Optional<String> root = root(line, first);
        if (root.isPresent()) {
            path.set(0, root.get());
        } else {
            path = rootless(line, path);
        }
        if (deletion && path.size() == 1) {
            throw new MalformedLineException("The line would delete a root key, which regedit refuses; it and the values below it are "
                    + "skipped.");
        }
        return List.copyOf(path);
    }

    private Optional<String> root(long line, String spelled) {
        Optional<String> alias = RootKeys.ofAlias(spelled);
        alias.ifPresent(meant -> problems.noticeOnce(Kind.ACCEPTED, line, "A key starts with the short form of " + meant
                + "; reg import accepts it, regedit does not."));
        return RootKeys.longName(spelled).or(() -> alias);
    }

    /** Places a key as some programs export it: under the kernel's name of a root, or relative to the root key of a hive. */
    private List<String> rootless(long line, List<String> path) throws MalformedLineException {
        Optional<List<String>> absolute = RootKeys.ofKernelPath(path);
        if (absolute.isPresent()) {
            problems.noticeOnce(Kind.ACCEPTED, line, "Keys start with the kernel's name for a root key and are placed below "
                    + absolute.get().getFirst() + "; regedit does not accept them.");
            return absolute.get();
        }
        if (base.isEmpty()) {
            throw new MalformedLineException("The key does not start with a root key such as HKEY_LOCAL_MACHINE; it and the values "
                    + "below it are skipped.");
        }
        problems.noticeOnce(Kind.ACCEPTED, line, "Keys do not start with a root key and are placed below "
                + RegistryText.visible(String.join("\\", base.get())) + ".");
        List<String> placed = new ArrayList<>(base.get());
        placed.addAll(!path.isEmpty() && path.getFirst().equals(HIVE_ROOT) ? path.subList(1, path.size()) : path);
        return placed;
    }
}
