package org.assay.startup.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.assay.model.startup.EntryDetails;
import org.assay.model.startup.EntryState;
import org.assay.startup.catalogue.DataKind;
import org.assay.startup.match.FileStart;
import org.assay.startup.match.FileStarts;
import org.assay.startup.match.LaunchContext;
import org.assay.startup.match.StartupMatch.Start;
import org.assay.startup.text.Limits;
import org.assay.startup.text.SearchPath;
import org.assay.startup.text.TextFile;

/**
 * The tables of cron and anacron (crontab(5), anacrontab(5)): lines of a schedule and a command, and settings of the environment for the
 * lines below them. A {@code SHELL} that is set runs every command below it, so it is an entry too.
 */
public final class Crontab implements StartupFormat {

    private static final Pattern SETTING = Pattern.compile("[\"']?([A-Za-z_][A-Za-z0-9_]*)[\"']?\\s*=\\s*(.*)");
    /** A field of time: numbers, names of months and days, lists, ranges, steps; {@code H} and {@code ~} of some crons. */
    private static final Pattern TIME = Pattern.compile("-?[0-9*A-Za-z,/~()-]+");
    private static final int MAX_SHOWN_LENGTH = 200;

    private final String name;
    private final Table table;

    /** Who keeps a table, which decides the columns of its lines. */
    private enum Table {
        USER, SYSTEM, ANACRON
    }

    private Crontab(String name, Table table) {
        this.name = name;
        this.table = table;
    }

    /** A user's table, called like him: schedule, command. */
    static Crontab ofUser() {
        return new Crontab("crontab", Table.USER);
    }

    /** The system's table: schedule, user, command. */
    static Crontab ofSystem() {
        return new Crontab("system-crontab", Table.SYSTEM);
    }

    /** The table of anacron: period, delay, name, command. */
    static Crontab ofAnacron() {
        return new Crontab("anacrontab", Table.ANACRON);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public FileStarts read(FormatPlace place, byte[] content) {
        Lines read = new Lines(table, table == Table.USER ? place.name() : "");
        List<String> lines = TextFile.lines(TextFile.unix(content));
        for (int number = 0; number < lines.size() && read.starts.size() <= Limits.MAX_COMMAND_COUNT; number++) {
            String line = lines.get(number).strip();
            if (!line.isEmpty() && line.charAt(0) != '#') {
                read.line(Limits.cut(line), number + 1);
            }
        }
        return new FileStarts(read.starts, read.problem);
    }

    /** What the lines read so far say, for those below them. */
    private static final class Lines {

        private final Table table;
        private final String owner;
        private final List<FileStart> starts = new ArrayList<>();
        private List<String> path = List.of();
        private Optional<String> home = Optional.empty();
        private Optional<String> problem = Optional.empty();

        private Lines(Table table, String owner) {
            this.table = table;
            this.owner = owner;
        }

        private void line(String line, int number) {
            Matcher setting = SETTING.matcher(line);
            if (setting.matches()) {
                setting(setting.group(1), unquoted(setting.group(2)));
                return;
            }
            int fields = line.startsWith("@") ? 1 : 5;
            int columns = switch (table) {
                case ANACRON -> 3;
                case SYSTEM -> fields + 1;
                case USER -> fields;
            };
            String[] parts = line.split("\\s+", columns + 1);
            boolean schedule = table == Table.ANACRON || line.startsWith("@")
                    || parts.length > 5 && Arrays.stream(parts).limit(5).allMatch(part -> TIME.matcher(part).matches());
            if (parts.length <= columns || !schedule) {
                problem = problem.or(() -> Optional.of("line " + number + " is not a schedule with a command: "
                        + line.substring(0, Math.min(line.length(), MAX_SHOWN_LENGTH))));
                return;
            }
            int shown = table == Table.ANACRON ? columns : fields;
            String user = table == Table.SYSTEM ? parts[fields] : owner;
            add(String.join(" ", Arrays.asList(parts).subList(0, shown)), command(parts[columns]), user, line);
        }

        private void setting(String name, String value) {
            if (name.equals("PATH")) {
                path = SearchPath.of(value, path);
            } else if (name.equals("HOME")) {
                home = Optional.of(value).filter(folder -> folder.startsWith("/"));
            } else if (name.equals("SHELL") && !value.isEmpty()) {
                add("SHELL", value, owner, name + "=" + value);
            } else {
                starts.addAll(EnvironmentHooks.starts(name, value));
            }
        }

        private void add(String label, String command, String user, String line) {
            starts.add(new FileStart(label, command, new Start.Names(command, DataKind.COMMAND,
                    LaunchContext.searching(path).orIn(List.of(home(user)))),
                    new EntryDetails(user, EntryState.ENABLED, line, List.of())));
        }

        /** Commands begin in the home of their user, or in {@code HOME} (crontab(5)); cron reads no other folder. */
        private String home(String user) {
            return home.orElse(user.equals("root") ? "/root" : user.isEmpty() || user.indexOf('/') >= 0 ? "~" : "/home/" + user);
        }

        /** A percent sign ends the command, what follows is its input; anacron knows no such sign. */
        private String command(String text) {
            if (table == Table.ANACRON) {
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
}
