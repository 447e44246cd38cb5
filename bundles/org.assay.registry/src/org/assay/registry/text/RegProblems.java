package org.assay.registry.text;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.assay.registry.RegistryProblem;
import org.assay.registry.RegistryProblem.Kind;
import org.assay.registry.RegistrySink;

/**
 * Hands a text's problems to the sink: consecutive lines skipped for one reason as one problem, a harmless peculiarity where it is first
 * met.
 */
public final class RegProblems {

    private final RegistrySink sink;
    private final Set<String> reported = new HashSet<>();
    private String runReason = "";
    private List<String> runPath = List.of();
    private long runFirst;
    private long runLast;
    private long runEnd;

    RegProblems(RegistrySink sink) {
        this.sink = sink;
    }

    /**
     * The lines from first to last, both included, are missing from what is read. It is reported with the next {@link #flush()}, joined
     * with the lines right before when the reason and the path are the same.
     */
    public void skipped(long first, long last, String reason, List<String> path) {
        if (!reason.equals(runReason) || first != runEnd + 1 || !path.equals(runPath)) {
            flush();
            runReason = reason;
            runPath = path;
            runFirst = first;
        }
        runLast = last;
        runEnd = last;
    }

    /** A blank line does not interrupt those that {@link #skipped} joins. */
    public void blank(long line) {
        if (line == runEnd + 1) {
            runEnd = line;
        }
    }

    /** Reports what {@link #skipped} holds back; called before anything that was read goes to the sink. */
    public void flush() {
        if (!runReason.isEmpty()) {
            String lines = runFirst == runLast ? "" : " Lines " + runFirst + " to " + runLast + ".";
            sink.problem(new RegistryProblem(Kind.SKIPPED, runFirst, runReason + lines, runPath));
            runReason = "";
        }
    }

    public void notice(Kind kind, long line, String message, List<String> path) {
        sink.problem(new RegistryProblem(kind, line, message, path));
    }

    /** As {@link #notice}, but reports each message only once per file. */
    public void noticeOnce(Kind kind, long line, String message) {
        if (reported.add(message)) {
            notice(kind, line, message, List.of());
        }
    }
}
