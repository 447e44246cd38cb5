package org.assay.startup.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A line as the command processors {@code command.com} and {@code cmd.exe} read it: several commands, some of them their own. */
public final class DosLine {

    private static final int MAX_COMMAND_COUNT = 32;
    private static final int MAX_WRAPPER_COUNT = 16;
    /** Their own commands that change nothing but themselves. */
    private static final Set<String> SILENT = Set.of("rem", "set", "echo", "path", "prompt", "cls", "goto", "exit", "pause", "break",
            "verify", "ver", "date", "time", "cd", "chdir", "md", "mkdir", "type", "vol", "setlocal", "endlocal", "title", "color", "pushd",
            "popd", "shift", "else", "lastdrive", "files", "buffers");
    /** Their own commands that change files. */
    private static final Set<String> ACTING = Set.of("copy", "del", "erase", "ren", "rename", "move", "rd", "rmdir", "assoc", "ftype",
            "mklink");

    private DosLine() {
    }

    /**
     * One command of a line.
     *
     * @param internal whether the command processor does it without starting a program
     */
    public record Command(String text, boolean internal) {
    }

    /** The commands of {@code line} that start a program or change files. */
    public static List<Command> commands(String line) {
        List<Command> commands = new ArrayList<>();
        for (String part : parts(Limits.cut(line))) {
            String text = unwrapped(part);
            String word = word(text);
            if (!text.isEmpty() && !text.startsWith(":") && !SILENT.contains(word) && commands.size() < MAX_COMMAND_COUNT) {
                commands.add(new Command(text, ACTING.contains(word)));
            }
        }
        return commands;
    }

    /** Cuts at {@code &} and {@code |} outside quotes, follows {@code ^}, and leaves redirections out. */
    private static List<String> parts(String line) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < line.length(); at++) {
            char next = line.charAt(at);
            quoted ^= next == '"';
            boolean redirected = at > 0 && (line.charAt(at - 1) == '>' || line.charAt(at - 1) == '<');
            if (!quoted && (next == '&' || next == '|') && !redirected) {
                parts.add(part.toString());
                part.setLength(0);
            } else if (quoted || next != '^') {
                part.append(next);
            } else if (at + 1 < line.length()) {
                part.append(line.charAt(++at));
            }
        }
        parts.add(part.toString());
        return parts;
    }

    /** The command behind {@code @}, parentheses, {@code call}, {@code loadhigh} and {@code if} with its condition. */
    private static String unwrapped(String part) {
        String text = part.strip();
        for (int count = 0; count < MAX_WRAPPER_COUNT; count++) {
            String before = text;
            while (text.startsWith("@") || text.startsWith("(")) {
                text = text.substring(1).strip();
            }
            text = switch (word(text)) {
                case "call", "loadhigh", "lh" -> CommandWords.first(text).rest();
                case "if" -> afterCondition(CommandWords.first(text).rest());
                case "for" -> afterDo(text);
                default -> text;
            };
            if (text.equals(before)) {
                break;
            }
        }
        return text.endsWith(")") && text.indexOf('(') < 0 ? text.substring(0, text.length() - 1).strip() : text;
    }

    private static String afterCondition(String text) {
        CommandWords.Split split = CommandWords.first(text);
        while (split.word().equalsIgnoreCase("not") || split.word().equalsIgnoreCase("/i")) {
            split = CommandWords.first(split.rest());
        }
        return switch (split.word().toLowerCase(Locale.ROOT)) {
            case "exist", "errorlevel", "defined" -> CommandWords.first(split.rest()).rest();
            default -> split.word().contains("==") && !split.word().endsWith("==") ? split.rest() : CommandWords.first(split.rest()).rest();
        };
    }

    private static String afterDo(String text) {
        int at = text.toLowerCase(Locale.ROOT).indexOf(" do ");
        return at < 0 ? "" : text.substring(at + 4).strip();
    }

    /** The command's name in lower case, for comparing: {@code echo.}, {@code cd..} and {@code path=} count as their commands. */
    private static String word(String text) {
        int end = 0;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        boolean ends = end == text.length() || " \t=.:;,/\\(+@".indexOf(text.charAt(end)) >= 0;
        boolean names = ends && !(end < text.length() && isFile(text, end));
        return names ? text.substring(0, end).toLowerCase(Locale.ROOT) : "";
    }

    /** {@code echo.exe} and {@code path\x} are files, {@code echo.} and {@code cd\} are commands. */
    private static boolean isFile(String text, int end) {
        char next = text.charAt(end);
        boolean more = end + 1 < text.length() && Character.isLetterOrDigit(text.charAt(end + 1));
        return more && (next == '.' || next == ':' || next == '\\' && !text.regionMatches(true, 0, "cd", 0, end));
    }
}
