package org.assay.startup.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.assay.startup.text.Limits;
import org.assay.startup.text.TextFile;

/**
 * Files whose lines name directives anywhere: {@code ForceCommand x}, {@code RUN+="x"}, {@code id:2:respawn:x}. A directive's value is
 * what follows it, up to the closing quote where it is quoted; where nothing follows, the next line. {@code #include} is no comment
 * (sudoers(5)).
 */
public final class DirectiveFile implements SettingsFormat {

    private static final int MAX_SCRIPT_LENGTH = 100;

    @Override
    public String name() {
        return "directives";
    }

    @Override
    public List<Setting> settings(String text, Predicate<String> picked) {
        List<Setting> settings = new ArrayList<>();
        List<String> lines = TextFile.lines(text).stream().map(line -> Limits.cut(line).strip())
                .filter(line -> !line.isEmpty() && (line.charAt(0) != '#' || line.startsWith("#include")) && !line.startsWith("//"))
                .map(line -> line.startsWith("#") ? line.substring(1) : line).toList();
        for (int number = 0; number < lines.size(); number++) {
            String line = lines.get(number);
            int from = 0;
            while (from < line.length()) {
                int start = skip(line, from, true);
                int end = skip(line, start, false);
                from = end;
                if (end > start && picked.test(line.substring(start, end))) {
                    String word = line.substring(start, end);
                    String value = word.startsWith("^") ? word : value(line.substring(end));
                    boolean below = value.isEmpty() && number + 1 < lines.size();
                    settings.add(new Setting("", word, below ? below(lines, number + 1) : value));
                    from = below ? line.length() : end;
                }
            }
        }
        return settings;
    }

    /** A script that goes on to {@code endscript}, as logrotate(8) has them, or one line. */
    private static String below(List<String> lines, int first) {
        int last = first;
        while (last < lines.size() && last < first + MAX_SCRIPT_LENGTH && !lines.get(last).equals("endscript")) {
            last++;
        }
        boolean script = last < lines.size() && lines.get(last).equals("endscript");
        return script ? Limits.cut(String.join("\n", lines.subList(first, last))) : value(lines.get(first));
    }

    /** Behind {@code +=}, {@code :}, {@code (} and the like; {@code {builtin}} belongs to the directive. */
    private static String value(String rest) {
        String text = rest;
        if (text.startsWith("{") && text.indexOf('}') > 0 && text.indexOf('"') > text.indexOf('}')) {
            text = text.substring(text.indexOf('}') + 1);
        }
        int start = 0;
        while (start < text.length() && " \t=+:!~({}".indexOf(text.charAt(start)) >= 0 && !text.startsWith("~/", start)) {
            start++;
        }
        text = text.substring(start);
        int close = text.startsWith("\"") ? close(text) : -1;
        if (close > 0) {
            return text.substring(1, close).replace("\\\"", "\"");
        }
        int end = text.length();
        boolean open = text.chars().filter(unit -> unit == '"').count() % 2 != 0;
        while (end > 0 && (" \t;})".indexOf(text.charAt(end - 1)) >= 0 || open && text.charAt(end - 1) == '"')) {
            open &= text.charAt(--end) != '"';
        }
        return text.substring(0, end);
    }

    /** Where the quote that begins {@code text} ends; a backslash takes the meaning of the quote behind it (udev(7)). */
    private static int close(String text) {
        int close = text.indexOf('"', 1);
        while (close > 0 && text.charAt(close - 1) == '\\') {
            close = text.indexOf('"', close + 1);
        }
        return close;
    }

    private static int skip(String line, int from, boolean separators) {
        int at = from;
        while (at < line.length() && " \t=+:!~(){}\",;".indexOf(line.charAt(at)) >= 0 == separators) {
            at++;
        }
        return at;
    }
}
