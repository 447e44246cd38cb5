package org.assay.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.assay.app.Case;
import org.assay.model.AssayException;
import org.assay.model.Attempt;
import org.assay.model.Bytes;
import org.assay.model.Circumstances;
import org.assay.model.Reading;
import org.assay.model.Snapshot;
import org.assay.model.SnapshotState;
import org.assay.model.Verification;

/** {@code assay snapshots}: lists what was captured. */
@Command(name = "snapshots", description = "List the snapshots of the case, how each was captured and ended, and how much it holds.",
        footer = {"", "Example:", "  assay snapshots -c outbreak", "  assay snapshots -c outbreak --verify"})
final class SnapshotsCommand extends CommandOnCase {

    @Mixin
    private FormatOption format;

    @Option(names = "--verify", description = "Read everything that is stored and check it against the snapshots' digests.")
    private boolean verify;

    private final Map<Long, Verification> verified = new HashMap<>();

    @Override
    boolean onlyReads() {
        return true;
    }

    @Override
    int run(Case openCase) {
        List<Snapshot> snapshots = openCase.snapshots();
        boolean right = !verify || verify(openCase, snapshots);
        List<Column<Snapshot>> columns = new ArrayList<>(ofSnapshot());
        columns.addAll(ofLastAttempt());
        if (verify) {
            columns.add(Column.fixed("verified", "Verified", row -> Optional.ofNullable(verified.get(row.id())).map(SnapshotsCommand::text)
                    .orElse("NOT RIGHT")));
        }
        new Listing<>("snapshots", Map.of("file", openCase.file().toString()), columns, snapshots)
                .print(format.format(), assay().terminal());
        if (!right) {
            return ExitCode.FAILED;
        }
        return snapshots.stream().allMatch(snapshot -> snapshot.state() == SnapshotState.COMPLETE) ? ExitCode.OK : ExitCode.GAPS;
    }

    /** Tells what is not right, a line a snapshot. */
    private boolean verify(Case openCase, List<Snapshot> snapshots) {
        boolean right = true;
        for (Snapshot snapshot : snapshots) {
            try {
                verified.put(snapshot.id(), openCase.verify(snapshot.id()));
            } catch (AssayException e) {
                assay().terminal().err().println("assay: " + e.getMessage());
                right = false;
            }
        }
        return right;
    }

    private static String text(Verification verification) {
        return switch (verification) {
            case ALL -> "yes";
            case BLOCKS -> "what is there";
        };
    }

    private static List<Column<Snapshot>> ofSnapshot() {
        return List.of(Column.<Snapshot>fixed("snapshot", "No", Snapshot::id),
                Column.<Snapshot>fixed("host", "Host", Snapshot::host),
                Column.<Snapshot>fixed("role", "Role", row -> row.role().name()),
                Column.<Snapshot>elastic("label", "Label", Snapshot::label),
                Column.<Snapshot>exact("state", row -> row.state().name()),
                Column.<Snapshot>tabled("State", SnapshotsCommand::state).painted(SnapshotsCommand::colour),
                Column.<Snapshot>fixed("items", "Items", row -> row.coverage().items()),
                Column.<Snapshot>exact("hashed_bytes", row -> row.coverage().hashedBytes()),
                Column.<Snapshot>tabled("Hashed", row -> Sizes.text(row.coverage().hashedBytes())),
                Column.<Snapshot>exact("gaps", row -> row.coverage().gaps()),
                Column.<Snapshot>exact("gaps_by_reason", row -> row.coverage().gapsByReason()),
                Column.<Snapshot>tabled("Gaps", row -> row.coverage().gaps() + GapNotice.reasons(row.coverage().gapsByReason())),
                Column.<Snapshot>fixed("started", "Started", row -> row.started().toString()),
                Column.<Snapshot>exact("finished", row -> row.finished().map(Object::toString).orElse("")),
                Column.<Snapshot>elastic("sources", "Sources", row -> row.sources().stream().map(source -> source.origin()).toList()),
                Column.<Snapshot>exact("digest_sha256", row -> row.digest().map(Bytes::hex).orElse("")),
                Column.<Snapshot>exact("items_sha256", row -> row.coverage().itemsDigest().map(Bytes::hex).orElse("")),
                Column.<Snapshot>exact("gaps_sha256", row -> row.coverage().gapsDigest().map(Bytes::hex).orElse("")));
    }

    /** How it was captured; of several attempts, the last one. */
    private static List<Column<Snapshot>> ofLastAttempt() {
        return List.of(Column.<Snapshot>exact("attempts", row -> row.attempts().size()),
                attempt("tool_version", Attempt::toolVersion),
                circumstance("user", Circumstances::user),
                circumstance("machine", Circumstances::machine),
                circumstance("operating_system", Circumstances::system),
                circumstance("time_zone", Circumstances::zone),
                attempt("seconds", attempt -> attempt.lasted().map(lasted -> String.valueOf(lasted.toMillis() / 1000.0)).orElse("")),
                circumstance("digests", circumstances -> circumstances.options().digests().stream().map(Enum::name).toList()),
                circumstance("one_file_system", circumstances -> circumstances.options().oneFileSystem()),
                circumstance("threads", circumstances -> circumstances.options().threads()),
                circumstance("hives", circumstances -> circumstances.options().registry().hives()),
                circumstance("deleted", circumstances -> circumstances.options().registry().deleted()),
                circumstance("kept_bytes", Circumstances::keptBytes),
                reading("reader", Reading::reader),
                reading("access_times_kept", Reading::accessTimesKept),
                reading("earlier_files", Reading::earlierFiles),
                reading("earlier_bytes", Reading::earlierBytes));
    }

    private static Column<Snapshot> attempt(String name, Function<Attempt, Object> value) {
        return Column.exact(name, row -> row.attempts().isEmpty() ? "" : value.apply(row.attempts().getLast()));
    }

    private static Column<Snapshot> circumstance(String name, Function<Circumstances, Object> value) {
        return attempt(name, attempt -> value.apply(attempt.circumstances()));
    }

    private static Column<Snapshot> reading(String name, Function<Reading, Object> value) {
        return attempt(name, attempt -> attempt.reading().map(value).orElse(""));
    }

    /** While this process has the case open no other captures into it, so a snapshot that is still running was killed. */
    private static String state(Snapshot snapshot) {
        return snapshot.state() == SnapshotState.RUNNING ? "RUNNING, never ended" : snapshot.state().name();
    }

    private static Colour colour(Snapshot snapshot) {
        return switch (snapshot.state()) {
            case COMPLETE -> Colour.GREEN;
            case PARTIAL -> Colour.YELLOW;
            case RUNNING, CANCELLED, FAILED -> Colour.RED;
        };
    }
}
