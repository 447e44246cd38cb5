package org.assay.registry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.assay.registry.RegistryProblem.Kind;

/**
 * Reads a key line: {@code [ROOT\path]} or {@code [-ROOT\path]}. Nothing in it is escaped, and the bracket that closes is the last one
 * of the line, so a name may contain brackets, quotes and semicolons. A name that contains a line break was written as it is; it is
 * followed as long as the next line does not look like a line of its own.
 */
final class RegKeyLine {

    /** What a key line says. */
    record Read(List<String> path, boolean deletion) {
    }

    private static final String LINE_BREAK = "A line break stands in the name of a key; the text does not tell CR LF from LF, so it is "
            + "read as LF.";

    /** 512 levels of 255 characters, more than Windows allows in one path. */
    private static final int MAX_LENGTH = 1 << 17;

    private final RegCharacters chars;
    private final RegProblems problems;

    RegKeyLine(RegCharacters chars, RegProblems problems) {
        this.chars = chars;
        this.problems = problems;
    }

    /** Reads from the opening bracket, which comes next, to the end of the line, which stays. */
    Read read() throws IOException, NotUnderstood {
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
            throw new NotUnderstood("The key line has no closing bracket and is skipped.");
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
    private boolean takeLine(StringBuilder text) throws IOException, NotUnderstood {
        boolean closed = false;
        while (!chars.atLineEnd()) {
            if (text.length() == MAX_LENGTH) {
                throw new NotUnderstood("The key line is longer than " + MAX_LENGTH + " characters and is skipped.");
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
                    "Text stands after the closing bracket of a key line; as in regedit it is passed over.");
        }
    }

    private List<String> path(long line, String text, boolean deletion) throws NotUnderstood {
        int end = text.indexOf('\\');
        String root = end < 0 ? text : text.substring(0, end);
        List<String> path = new ArrayList<>();
        path.add(root(line, root));
        if (end >= 0) {
            for (String component : text.substring(end).split("\\\\")) {
                if (!component.isEmpty()) {
                    path.add(component);
                }
            }
        }
        if (deletion && path.size() == 1) {
            throw new NotUnderstood("The line would delete a whole root, which regedit refuses, and is skipped.");
        }
        return List.copyOf(path);
    }

    private String root(long line, String spelled) throws NotUnderstood {
        Optional<String> name = RegRoots.longName(spelled);
        Optional<String> alias = RegRoots.ofAlias(spelled);
        alias.ifPresent(meant -> problems.noticeOnce(Kind.ACCEPTED, line, "A key begins with the short form of " + meant
                + "; reg import accepts it, regedit does not."));
        return name.or(() -> alias).orElseThrow(() -> new NotUnderstood("The key does not begin with a root of the registry such as "
                + "HKEY_LOCAL_MACHINE; it and the values below it are skipped."));
    }
}
