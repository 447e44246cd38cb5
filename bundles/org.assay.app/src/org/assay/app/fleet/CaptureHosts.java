package org.assay.app.fleet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.assay.app.Argument;
import org.assay.app.ArgumentType;
import org.assay.app.ArgumentValues;
import org.assay.app.CaptureSnapshot;
import org.assay.app.Case;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Progress;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.snapshot.SnapshotState;
import org.assay.model.text.Visible;

/**
 * Captures many hosts, one after the other: each capture uses all processors by itself. A host that fails does not stop the others.
 *
 * @param list what to read of each host: its columns are called as the arguments of {@link CaptureSnapshot} are
 * @param common what holds for every host that says nothing else
 */
public record CaptureHosts(HostList list, ArgumentValues common) {

    /** How a flag is written. */
    private static final List<String> FLAGS = List.of("true", "false", "yes", "no");

    /**
     * What became of a host.
     *
     * @param snapshot empty of a host of which nothing could be read
     * @param why why nothing could be read, a sentence; else empty
     */
    public record Row(String host, String group, Optional<Snapshot> snapshot, String why) {

        /** Whether everything that was asked for was read. */
        public boolean isComplete() {
            return snapshot.filter(one -> one.state() == SnapshotState.COMPLETE).isPresent();
        }
    }

    /**
     * Captures; gives a row a host, in the order of the list. All lines are read before the first capture begins.
     *
     * @throws AssayException {@code WRONG_USAGE}, naming the line, when one of them describes no capture
     */
    public List<Row> run(Case openCase, Progress progress) {
        Map<HostList.Row, CaptureSnapshot> captures = new LinkedHashMap<>();
        list.rows().forEach(row -> captures.put(row, capture(row)));
        List<Row> rows = new ArrayList<>();
        captures.forEach((row, capture) -> rows.add(row(openCase, row, capture, progress)));
        return rows;
    }

    private static Row row(Case openCase, HostList.Row row, CaptureSnapshot capture, Progress progress) {
        if (progress.isCancelled()) {
            return new Row(row.host(), row.group(), Optional.empty(), "not begun: it was cancelled before");
        }
        try {
            return new Row(row.host(), row.group(), Optional.of(capture.run(openCase, progress)), "");
        } catch (AssayException e) {
            if (e.code() == ErrorCode.CASE_FILE) {
                throw e;
            }
            return new Row(row.host(), row.group(), Optional.empty(), e.getMessage());
        }
    }

    private CaptureSnapshot capture(HostList.Row row) {
        ArgumentValues values = common.copy();
        try {
            put(values, CaptureSnapshot.HOST, List.of(row.host()));
            row.cells().forEach((name, cells) -> put(values, argument(name), cells));
            CaptureSnapshot.problem(values).ifPresent(sentence -> {
                throw new AssayException(ErrorCode.WRONG_USAGE, sentence);
            });
            return CaptureSnapshot.of(values);
        } catch (AssayException e) {
            throw new AssayException(e.code(), "Line " + row.line() + " of the list of hosts, " + Visible.text(row.host()) + ": "
                    + e.getMessage(), e);
        }
    }

    private static Argument<?> argument(String name) {
        return CaptureSnapshot.ARGUMENTS.stream().filter(argument -> argument.name().equals(name)).findFirst()
                .orElseThrow(() -> new AssayException(ErrorCode.WRONG_USAGE, "there is no column " + Visible.text(name)
                        + ". Columns are called host, group, or as what a capture is told: " + CaptureSnapshot.ARGUMENTS.stream()
                                .map(Argument::name).collect(Collectors.joining(", ")) + "."));
    }

    private static <T> void put(ArgumentValues values, Argument<T> argument, List<String> cells) {
        values.put(argument, read(argument, argument.type(), cells));
    }

    @SuppressWarnings("unchecked") // a list of what the type of each value reads
    private static <T> T read(Argument<?> argument, ArgumentType<T> type, List<String> cells) {
        if (type instanceof ArgumentType.Several<?> several) {
            return (T) cells.stream().map(several.each()::read).toList();
        }
        if (cells.size() > 1) {
            throw new AssayException(ErrorCode.WRONG_USAGE, "there can be one value of " + argument.name() + " only.");
        }
        String cell = cells.getFirst();
        if (type instanceof ArgumentType.Flag && !FLAGS.contains(cell)) {
            throw new AssayException(ErrorCode.WRONG_USAGE, argument.name() + " is yes or no.");
        }
        return type.read(type instanceof ArgumentType.Flag && cell.equals("yes") ? "true" : cell);
    }
}
