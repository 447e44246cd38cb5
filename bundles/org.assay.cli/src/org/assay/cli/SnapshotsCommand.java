package org.assay.cli;

import java.util.List;
import java.util.Map;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import org.assay.app.Case;
import org.assay.model.Bytes;
import org.assay.model.Snapshot;
import org.assay.model.SnapshotState;

/** {@code assay snapshots}: lists what was captured. */
@Command(name = "snapshots", description = "List the snapshots of the case, how each ended and how much it holds.",
        footer = {"", "Example:", "  assay snapshots -c outbreak"})
final class SnapshotsCommand extends CommandOnCase {

    @Mixin
    private FormatOption format;

    @Override
    int run(Case openCase) {
        List<Snapshot> snapshots = openCase.snapshots();
        new Listing<>("snapshots", Map.of("file", openCase.file().toString()),
                List.of(Column.<Snapshot>fixed("snapshot", "No", Snapshot::id),
                        Column.<Snapshot>fixed("host", "Host", Snapshot::host),
                        Column.<Snapshot>fixed("role", "Role", row -> row.role().name()),
                        Column.<Snapshot>elastic("label", "Label", Snapshot::label),
                        Column.<Snapshot>exact("state", row -> row.state().name()),
                        Column.<Snapshot>tabled("State", SnapshotsCommand::state).painted(SnapshotsCommand::colour),
                        Column.<Snapshot>fixed("items", "Items", row -> row.coverage().items()),
                        Column.<Snapshot>exact("hashed_bytes", row -> row.coverage().hashedBytes()),
                        Column.<Snapshot>tabled("Hashed", row -> Sizes.text(row.coverage().hashedBytes())),
                        Column.<Snapshot>fixed("gaps", "Gaps", row -> row.coverage().gaps()),
                        Column.<Snapshot>fixed("started", "Started", row -> row.started().toString()),
                        Column.<Snapshot>exact("finished", row -> row.finished().map(Object::toString).orElse("")),
                        Column.<Snapshot>elastic("sources", "Sources",
                                row -> row.sources().stream().map(source -> source.origin()).toList()),
                        Column.<Snapshot>exact("digest_sha256", row -> row.digest().map(Bytes::hex).orElse(""))),
                snapshots).print(format.format(), assay().terminal());
        boolean whole = snapshots.stream().allMatch(snapshot -> snapshot.state() == SnapshotState.COMPLETE);
        return whole ? ExitCode.OK : ExitCode.GAPS;
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
