package org.assay.app.verify;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a script of an export wrote about itself: {@code remedy-log.txt}. The log lay on the examined machine and may have been altered
 * there; it says what a script claims, and a later capture what is so.
 *
 * @param runs in the order in which they were written
 * @param otherLines how many lines are none that a script writes
 */
public record ScriptLog(List<Run> runs, int otherLines) {

    private static final int MAX_LINE_COUNT = 5_000_000;
    /** Far more than the longest path and sentence take; a line without an end would fill the memory. */
    private static final int MAX_LINE_LENGTH = 1 << 18;
    private static final int MAX_NUMBER_LENGTH = 9;

    /**
     * One run.
     *
     * @param started as the machine's clock said, as text
     * @param plan the SHA-256 of the plan in hexadecimal digits, as written
     * @param undo whether it took back
     * @param host what the machine calls itself
     * @param ended whether it came to its end; else it was killed, or still runs
     */
    public record Run(String started, String plan, boolean undo, String host, List<Entry> entries, boolean ended) {

        public Run {
            entries = List.copyOf(entries);
        }
    }

    /**
     * One step.
     *
     * @param result {@code done}, {@code already}, {@code absent} or {@code left}
     * @param step its number in the plan
     * @param change the number of the change
     * @param tree the tree's number as {@code tree-1}
     * @param path as the script spells it, printable ASCII
     * @param text what was said to people
     */
    public record Entry(String time, String result, int step, int change, String tree, String path, String text) {
    }

    public ScriptLog {
        runs = List.copyOf(runs);
    }

    /**
     * Reads all of {@code in}.
     *
     * @throws IOException also when it has more lines than any script writes
     */
    public static ScriptLog read(BufferedReader in) throws IOException {
        List<Run> runs = new ArrayList<>();
        Optional<Run> open = Optional.empty();
        List<Entry> entries = new ArrayList<>();
        int others = 0;
        int lines = 0;
        for (Optional<String> line = line(in); line.isPresent(); line = line(in)) {
            if (++lines > MAX_LINE_COUNT) {
                throw new IOException(String.format(Locale.ROOT, "it has more than %,d lines", MAX_LINE_COUNT));
            }
            String[] fields = line.get().split("\t", -1);
            if (fields[0].equals("run") && fields.length == 6 && fields[2].equals("1")) {
                open.ifPresent(run -> runs.add(with(run, entries, false)));
                entries.clear();
                open = Optional.of(new Run(fields[1], fields[3], fields[4].equals("undo=yes"), fields[5], List.of(), false));
            } else if (fields[0].equals("end") && open.isPresent()) {
                runs.add(with(open.get(), entries, true));
                open = Optional.empty();
                entries.clear();
            } else if (fields[0].equals("step") && fields.length == 8 && open.isPresent() && isNumber(fields[3]) && isNumber(fields[4])) {
                entries.add(new Entry(fields[1], fields[2], Integer.parseInt(fields[3]), Integer.parseInt(fields[4]), fields[5], fields[6],
                        fields[7]));
            } else {
                others++;
            }
        }
        open.ifPresent(run -> runs.add(with(run, entries, false)));
        return new ScriptLog(runs, others);
    }

    /** The next line without its end, nothing of one that is too long; empty at the end. */
    private static Optional<String> line(BufferedReader in) throws IOException {
        StringBuilder line = new StringBuilder();
        int unit = in.read();
        if (unit < 0) {
            return Optional.empty();
        }
        for (; unit >= 0 && unit != '\n' && unit != '\r'; unit = in.read()) {
            if (line.length() <= MAX_LINE_LENGTH) {
                line.append((char) unit);
            }
        }
        if (unit == '\r') {
            in.mark(1);
            if (in.read() != '\n') {
                in.reset();
            }
        }
        return Optional.of(line.length() > MAX_LINE_LENGTH ? "" : line.toString());
    }

    /** The changes all of whose steps the last run that names them says are done, unless that took them back. */
    public Set<Integer> done() {
        Set<Integer> done = new HashSet<>();
        for (Run run : runs) {
            run.entries().stream().filter(entry -> isDone(entry) && !run.undo()).forEach(entry -> done.add(entry.change()));
            run.entries().stream().filter(entry -> !isDone(entry) || run.undo()).forEach(entry -> done.remove(entry.change()));
        }
        return done;
    }

    private static boolean isDone(Entry entry) {
        return entry.result().equals("done") || entry.result().equals("already");
    }

    private static Run with(Run run, List<Entry> entries, boolean ended) {
        return new Run(run.started(), run.plan(), run.undo(), run.host(), entries, ended);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() <= MAX_NUMBER_LENGTH && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }
}
