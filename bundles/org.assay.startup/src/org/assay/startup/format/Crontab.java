package org.assay.startup.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.assay.model.EntryDetails;
import org.assay.model.EntryState;
import org.assay.startup.catalogue.DataKind;
import org.assay.startup.catalogue.Syntax;
import org.assay.startup.match.FileStart;
import org.assay.startup.match.FileStarts;
import org.assay.startup.match.StartupMatch.Start;
import org.assay.startup.text.Limits;
import org.assay.startup.text.TextFile;

/**
 * The tables of cron and anacron (crontab(5), anacrontab(5)): lines of a schedule and a command, and settings of the environment for the
 * lines below them. A {@code SHELL} that is set runs every command below it, so it is an entry too.
 */
public final class Crontab {

    private static final Pattern SETTING = Pattern.compile("[\"']?([A-Za-z_][A-Za-z0-9_]*)[\"']?\\s*=\\s*(.*)");
    /** A field of time: numbers, names of months and days, lists, ranges, steps; {@code H} and {@code ~} of some crons. */
    private static final Pattern TIME = Pattern.compile("-?[0-9*A-Za-z,/~()-]+");
    private static final int MAX_SHOWN_LENGTH = 200;

    private final Syntax syntax;
    private final String owner;
    private final List<FileStart> starts = new ArrayList<>();
    private List<String> path = List.of();
    private Optional<String> problem = Optional.empty();

    private Crontab(Syntax syntax, String owner) {
        this.syntax = syntax;
        this.owner = owner;
    }

    /**
     * Reads a table.
     *
     * @param owner the user whose table it is; empty where the lines name the user
     */
    static FileStarts read(byte[] content, Syntax syntax, String owner) {
        Crontab crontab = new Crontab(syntax, owner);
        List<String> lines = TextFile.lines(TextFile.unix(content));
        for (int number = 0; number < lines.size() && crontab.starts.size() <= Limits.MAX_COMMAND_COUNT; number++) {
            String line = lines.get(number).strip();
            if (!line.isEmpty() && line.charAt(0) != '#') {
                crontab.line(Limits.cut(line), number + 1);
            }
        }
        return new FileStarts(crontab.starts, crontab.problem);
    }

    private void line(String line, int number) {
        Matcher setting = SETTING.matcher(line);
        if (setting.matches()) {
            setting(setting.group(1), unquoted(setting.group(2)));
            return;
        }
        int fields = line.startsWith("@") ? 1 : 5;
        int columns = switch (syntax) {
            case ANACRONTAB -> 3;
            case SYSTEM_CRONTAB -> fields + 1;
            default -> fields;
        };
        String[] parts = line.split("\\s+", columns + 1);
        boolean schedule = syntax == Syntax.ANACRONTAB || line.startsWith("@")
                || parts.length > 5 && Arrays.stream(parts).limit(5).allMatch(part -> TIME.matcher(part).matches());
        if (parts.length <= columns || !schedule) {
            problem = problem.or(() -> Optional.of("line " + number + " is not a schedule with a command: "
                    + line.substring(0, Math.min(line.length(), MAX_SHOWN_LENGTH))));
            return;
        }
        int shown = syntax == Syntax.ANACRONTAB ? columns : fields;
        String user = syntax == Syntax.SYSTEM_CRONTAB ? parts[fields] : owner;
        add(String.join(" ", Arrays.asList(parts).subList(0, shown)), command(parts[columns]), user, line);
    }

    private void setting(String name, String value) {
        if (name.equals("PATH")) {
            path = Arrays.stream(value.split(":")).filter(folder -> folder.startsWith("/")).limit(16).toList();
        } else if (name.equals("SHELL") && !value.isEmpty()) {
            add("SHELL", value, owner, name + "=" + value);
        }
    }

    private void add(String label, String command, String user, String line) {
        starts.add(new FileStart(label, command, new Start.Names(command, DataKind.COMMAND, path),
                new EntryDetails(user, EntryState.ENABLED, line, List.of())));
    }

    /** A percent sign ends the command, what follows is its input; anacron knows no such sign. */
    private String command(String text) {
        if (syntax == Syntax.ANACRONTAB) {
            return text;
        }
        StringBuilder command = new StringBuilder();
        for (int at = 0; at < text.length() && text.charAt(at) != '%'; at++) {
            boolean escaped = text.startsWith("\\%", at);
            at += escaped ? 1 : 0;
            command.append(text.charAt(at));
        }
        return command.toString().strip();
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() >= 2 && (text.charAt(0) == '"' || text.charAt(0) == '\'')
                && text.charAt(text.length() - 1) == text.charAt(0);
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
