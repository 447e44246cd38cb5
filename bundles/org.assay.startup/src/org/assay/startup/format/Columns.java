package org.assay.startup.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.assay.model.startup.EntryDetails;
import org.assay.model.startup.EntryState;
import org.assay.startup.catalogue.DataKind;
import org.assay.startup.match.FileStart;
import org.assay.startup.match.FileStarts;
import org.assay.startup.text.CommandWords;
import org.assay.startup.text.Limits;
import org.assay.startup.text.SearchPath;
import org.assay.startup.text.TextFile;

/**
 * Tables whose lines have the command in one column. The field {@code select} of a location names the separator and the column, from 1:
 * {@code :7}, {@code ;2}; a blank stands for any white space ({@code  6+}), a circumflex for the line's own first character
 * ({@code ^7}). A plus takes the rest of the line, and a {@code |} behind it only what sends
 * something to a program or includes a file ({@code |}, {@code :include:}). {@code |} alone takes the lines that begin with it.
 */
public final class Columns implements StartupFormat {

    private static final int MAX_COLUMN_COUNT = 32;
    private static final Pattern SELECT = Pattern.compile(".[1-9][0-9]?\\+?\\|?");
    /** Shells of accounts that nobody logs in to (nologin(8), false(1)). */
    private static final Set<String> NOTHING = Set.of("nologin", "false", "true", "sync", "halt", "shutdown", "null", "");

    @Override
    public String name() {
        return "columns";
    }

    @Override
    public FileStarts read(FormatPlace place, byte[] content) {
        String select = place.autostart().select();
        List<FileStart> starts = new ArrayList<>();
        for (String raw : TextFile.lines(TextFile.unix(content))) {
            String line = Limits.cut(raw).strip();
            if (!line.isEmpty() && line.charAt(0) != '#' && starts.size() <= Limits.MAX_COMMAND_COUNT) {
                Optional<String> command = command(select, line)
                        .filter(text -> !NOTHING.contains(text.substring(text.lastIndexOf('/') + 1)));
                if (place.autostart().data() == DataKind.DROP_INS) {
                    command.stream().flatMap(text -> Arrays.stream(text.split("[:,]"))).filter(SearchPath::mayHoldOthers)
                            .forEach(folder -> starts.add(start(place, line, folder)));
                } else {
                    command.ifPresent(text -> starts.add(start(place, line, text)));
                }
            }
        }
        return FileStarts.of(starts);
    }

    private static FileStart start(FormatPlace place, String line, String command) {
        int end = 0;
        while (end < line.length() && end < MAX_COLUMN_COUNT && ": \t;".indexOf(line.charAt(end)) < 0) {
            end++;
        }
        return place.start(end == 0 ? place.name() : line.substring(0, end), command,
                new EntryDetails("", EntryState.ENABLED, line, List.of()));
    }

    private static Optional<String> command(String select, String line) {
        if (select.equals("|")) {
            String plain = CommandWords.unquoted(line);
            return plain.startsWith("|") ? Optional.of(plain.substring(1).strip()) : Optional.empty();
        }
        if (!SELECT.matcher(select).matches()) {
            return Optional.empty();
        }
        boolean rest = select.contains("+");
        boolean sent = select.endsWith("|");
        int number = Integer.parseInt(select.substring(1).replaceAll("[^0-9]", ""));
        char separator = select.charAt(0) == '^' ? line.charAt(0) : select.charAt(0);
        String text = select.charAt(0) == '^' ? line.substring(1) : line;
        String[] columns = separator == ' ' ? text.split("\\s+", rest ? number : MAX_COLUMN_COUNT)
                : text.split(Pattern.quote(String.valueOf(separator)), rest ? number : MAX_COLUMN_COUNT);
        return number <= columns.length
                ? Optional.of(CommandWords.unquoted(columns[number - 1])).filter(command -> !command.isBlank())
                        .filter(command -> !sent || command.contains("|") || command.contains(":include:")) : Optional.empty();
    }
}
