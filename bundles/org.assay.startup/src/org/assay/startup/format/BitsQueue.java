package org.assay.startup.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.assay.model.startup.EntryDetails;
import org.assay.model.startup.EntryState;
import org.assay.startup.match.FileStart;
import org.assay.startup.match.FileStarts;
import org.assay.startup.text.CommandWords;
import org.assay.startup.text.LittleEndian;

/**
 * The queue of the Background Intelligent Transfer Service: the jobs that run a command when they end. Older queues are files of their own
 * format, newer ones an ESE database; both hold a job as one piece (ANSSI-FR/bits_parser), of which name, description, command, arguments
 * and owner are strings behind one another, each behind its length. They are found by searching for the owner.
 */
public final class BitsQueue implements StartupFormat {

    private static final String CARVED = "It was found by searching the bytes of the queue, so it may be a job that has ended.";
    private static final long MAX_BYTES = 64L << 20;
    private static final byte[] OWNER = "S-1-".getBytes(StandardCharsets.UTF_16LE);
    private static final int MAX_JOB_COUNT = 500;
    /** So far before its owner a job's strings are looked for. */
    private static final int MAX_STRINGS_BYTES = 16_384;
    private static final int MAX_LENGTH = 4096;
    private static final int MAX_OWNER_LENGTH = 190;
    /** Name, description, command, arguments. */
    private static final int STRING_COUNT = 4;

    @Override
    public String name() {
        return "bits";
    }

    @Override
    public long maxBytes() {
        return MAX_BYTES;
    }

    @Override
    public FileStarts read(FormatPlace place, byte[] content) {
        LittleEndian data = LittleEndian.of(content);
        List<FileStart> starts = new ArrayList<>();
        int unread = 0;
        int after = 0;
        for (int at = WmiObjects.indexOf(content, OWNER, 4, content.length); at >= 0 && starts.size() < MAX_JOB_COUNT;
                at = WmiObjects.indexOf(content, OWNER, at + 2, content.length)) {
            if (isString(data, at - 4, MAX_OWNER_LENGTH)) {
                Optional<List<String>> job = job(data, at - 4, after);
                unread += job.isEmpty() ? 1 : 0;
                String owner = text(data, at - 4);
                job.filter(strings -> !strings.get(2).isBlank()).stream().flatMap(strings -> starts(strings, owner).stream())
                        .filter(start -> !starts.contains(start)).forEach(starts::add);
                after = at;
            }
        }
        return new FileStarts(starts, starts.size() >= MAX_JOB_COUNT ? Optional.of("more than " + MAX_JOB_COUNT
                + " jobs that run a command; the rest is not listed")
                : unread > 0 ? Optional.of(unread + " jobs whose strings could not be read") : Optional.empty());
    }

    /** The strings that end where the owner begins. */
    private static Optional<List<String>> job(LittleEndian data, int owner, int after) {
        for (int start = owner - 4 * STRING_COUNT; start >= Math.max(after, owner - MAX_STRINGS_BYTES); start--) {
            long at = start;
            List<String> strings = new ArrayList<>();
            while (strings.size() < STRING_COUNT && at < owner && isString(data, at, MAX_LENGTH)) {
                strings.add(text(data, at));
                at += 4 + 2 * data.u32(at);
            }
            if (at == owner && strings.size() == STRING_COUNT) {
                return Optional.of(strings);
            }
        }
        return Optional.empty();
    }

    /** Whether a length stands at {@code at}, and behind it so many characters of which the last alone is NUL, or none at all. */
    private static boolean isString(LittleEndian data, long at, int most) {
        long length = data.u32(at);
        if (!data.holds(at, 4) || length > most || !data.holds(at + 4, 2 * length)) {
            return false;
        }
        for (long unit = 0; unit < length; unit++) {
            if (data.u16(at + 4 + 2 * unit) == 0 != (unit == length - 1)) {
                return false;
            }
        }
        return true;
    }

    private static String text(LittleEndian data, long at) {
        return data.utf16(at + 4, Math.max(0, data.u32(at) - 1));
    }

    /**
     * The arguments are a process's whole command line, so their first word should be the program again (Microsoft Learn,
     * "IBackgroundCopyJob2::SetNotifyCmdLine"); where it is another one, both readings count.
     */
    private static List<FileStart> starts(List<String> strings, String owner) {
        String program = strings.get(2).strip();
        String arguments = strings.get(3).strip();
        String quoted = program.indexOf(' ') >= 0 && !program.startsWith("\"") ? "\"" + program + "\"" : program;
        CommandWords.Split first = CommandWords.first(arguments);
        List<String> commands = new ArrayList<>();
        if (!base(first.word()).equalsIgnoreCase(base(program))) {
            commands.add((quoted + " " + arguments).strip());
        }
        if (!first.rest().isEmpty() || commands.isEmpty()) {
            commands.add((quoted + " " + first.rest()).strip());
        }
        EntryDetails details = new EntryDetails(owner, EntryState.ENABLED, strings.get(1), List.of(CARVED));
        return commands.stream().map(command -> FileStart.of(strings.getFirst(), command, details)).toList();
    }

    private static String base(String program) {
        String name = program.replace("\"", "").substring(program.replace("\"", "").lastIndexOf('\\') + 1);
        return name.toLowerCase(Locale.ROOT).endsWith(".exe") ? name.substring(0, name.length() - 4) : name;
    }
}
