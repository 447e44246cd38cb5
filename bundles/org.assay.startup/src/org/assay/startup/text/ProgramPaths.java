package org.assay.startup.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The programs, scripts and libraries that a text names by their paths ({@code C:\A\b.dll}, {@code %SystemRoot%\b.exe},
 * {@code \\?\C:\b.sys}), or by their name alone where it says nothing else. Where a path ends its extension tells, so blanks do no harm.
 */
public final class ProgramPaths {

    private static final int MAX_COUNT = 16;
    private static final int MAX_EXTENSION_LENGTH = 4;
    private static final int MAX_NAME_LENGTH = 64;
    private static final String ENDS = " \t\r\n\"',;:)|<>&=`]}\0";
    private static final String BEFORE_ROOT = "\"'=,;(<>|&\0";
    private static final String NO_NAME = "/:*?\"<>|%=,;@()";
    /** No path has them. */
    private static final String NEVER = "\"<>|*\t\r\n";
    private static final List<String> DEVICES = List.of("\\??\\", "\\\\?\\", "\\\\.\\");

    private ProgramPaths() {
    }

    /** The paths in {@code text}, at most 16; none in the reference to a resource ({@code @C:\x.dll,-1}), which runs nothing. */
    public static List<String> in(String text) {
        List<String> paths = new ArrayList<>();
        if (text.startsWith("@")) {
            return paths;
        }
        int from = 0;
        for (int dot = text.indexOf('.'); dot >= 0 && paths.size() < MAX_COUNT; dot = text.indexOf('.', dot + 1)) {
            int end = end(text, dot);
            if (end > 0) {
                int begin = begin(text, from, dot);
                if (begin >= 0) {
                    paths.add(text.substring(begin, end));
                }
                from = end;
            }
        }
        if (paths.isEmpty() && isName(text.strip())) {
            paths.add(text.strip());
        }
        return paths;
    }

    /** Where the program's extension ends that begins at {@code dot}; -1 where none does. */
    private static int end(String text, int dot) {
        int end = dot + 1;
        while (end < text.length() && end - dot <= MAX_EXTENSION_LENGTH && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        boolean ends = end == text.length() || ENDS.indexOf(text.charAt(end)) >= 0;
        return ends && ProgramName.endsAsProgram(text.substring(dot, end)) ? end : -1;
    }

    /** Where a path begins between {@code from} and {@code dot}; -1 where none does. */
    private static int begin(String text, int from, int dot) {
        for (int at = dot - 1; at >= from && NEVER.indexOf(text.charAt(at)) < 0 && text.charAt(at) >= ' '; at--) {
            if (isDrive(text, at, dot)) {
                boolean prefixed = at - 4 >= from && DEVICES.contains(text.substring(at - 4, at));
                return prefixed ? at - 4 : at;
            }
            if (isVariable(text, at, dot) || isRoot(text, at, from)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isDrive(String text, int at, int dot) {
        return at + 2 < dot && text.charAt(at + 1) == ':' && Character.isLetter(text.charAt(at)) && !text.startsWith("//", at + 2)
                && (text.charAt(at + 2) == '\\' || text.charAt(at + 2) == '/') && (at == 0 || !Character.isLetter(text.charAt(at - 1)));
    }

    /** {@code %NAME%\}, the name before which no other variable stands. */
    private static boolean isVariable(String text, int at, int dot) {
        int close = text.charAt(at) == '%' ? text.indexOf('%', at + 1) : -1;
        return close > at + 1 && close + 1 < dot && text.charAt(close + 1) == '\\' && (at == 0 || "%\\".indexOf(text.charAt(at - 1)) < 0)
                && text.substring(at + 1, close).chars().allMatch(unit -> Character.isLetterOrDigit(unit) || "_()".indexOf(unit) >= 0);
    }

    /** A backslash that begins a word: {@code \\server\x}, {@code \SystemRoot\x}, {@code \x} on the drive in use. */
    private static boolean isRoot(String text, int at, int from) {
        return text.charAt(at) == '\\' && (at == from || BEFORE_ROOT.indexOf(text.charAt(at - 1)) >= 0);
    }

    /** A name without a folder, or below one that is not told ({@code system32\drivers\x.sys}). */
    private static boolean isName(String text) {
        boolean host = text.regionMatches(true, text.length() - 4, ".com", 0, 4);
        return text.length() <= MAX_NAME_LENGTH && ProgramName.endsAsProgram(text) && !host && text.lastIndexOf('.') > 0
                && text.chars().noneMatch(unit -> unit < ' ' || NO_NAME.indexOf(unit) >= 0)
                && (text.indexOf(' ') < 0 || text.indexOf('\\') > 0);
    }
}
