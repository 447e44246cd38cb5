package org.assay.app;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.assay.app.page.Fact;
import org.assay.model.item.DigestAlgorithm;
import org.assay.model.snapshot.Attempt;
import org.assay.model.snapshot.Environment;
import org.assay.model.snapshot.Reading;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.snapshot.SnapshotState;
import org.assay.model.snapshot.Source;
import org.assay.model.text.Bytes;
import org.assay.model.text.Labels;
import org.assay.model.text.Visible;

/** Everything that a case knows of its snapshots, each thing in one place and in the order in which it is listed. */
public final class SnapshotFacts {

    private SnapshotFacts() {
    }

    /** What a snapshot is, what was asked for, and what it holds. */
    public static List<Fact<Snapshot>> ofSnapshot() {
        return ofSnapshot(SnapshotFacts::state);
    }

    static List<Fact<Snapshot>> ofSnapshot(Function<Snapshot, String> state) {
        return List.of(Fact.of("snapshot", "snapshot", Snapshot::id),
                Fact.of("host", "host", Snapshot::host),
                Fact.worded("role", "role", row -> row.role().name(), row -> Labels.of(row.role())),
                Fact.of("label", "label", Snapshot::label),
                Fact.worded("state", "state", row -> row.state().name(), state),
                Fact.of("items", "items", row -> row.coverage().items()),
                Fact.worded("hashed_bytes", "content hashed", row -> row.coverage().hashedBytes(),
                        row -> row.finished().isPresent() ? bytes(row.coverage().hashedBytes()) : "not known before the end"),
                Fact.worded("gaps", "gaps", row -> row.coverage().gaps(), SnapshotFacts::gaps),
                new Fact<>("gaps_by_reason", "gaps by reason", row -> row.coverage().gapsByReason(), _ -> List.of()),
                Fact.of("started", "started", row -> row.started().toString()),
                Fact.of("finished", "finished", row -> row.finished().map(Object::toString).orElse("")),
                new Fact<>("sources", "read from", row -> row.sources().stream().map(Source::origin).toList(),
                        row -> row.sources().stream().map(source -> source(row, source)).toList()),
                new Fact<>("source_readers", "readers", row -> row.sources().stream().map(row::reader).toList(), _ -> List.of()),
                new Fact<>("asked_for", "asked for", row -> row.areas().stream().map(area -> area.top().text()).toList(),
                        row -> row.areas().isEmpty() ? List.of() : List.of(row.areas().stream().map(area -> area.top().text())
                                .collect(Collectors.joining(", ")))),
                digest("digest_sha256", "SHA-256 of the blocks", Snapshot::digest),
                digest("items_sha256", "SHA-256 of the items", row -> row.coverage().itemsDigest()),
                digest("gaps_sha256", "SHA-256 of the gaps", row -> row.coverage().gapsDigest()),
                new Fact<>("attempts", "attempts", row -> row.attempts().size(), row -> row.attempts().isEmpty()
                        ? List.of("not known: captured by an Assay that did not note how") : List.of()));
    }

    /** How an attempt at a snapshot was made. */
    public static List<Fact<Attempt>> ofAttempt() {
        return List.of(Fact.of("tool_version", "Assay", Attempt::toolVersion),
                environment("user", "user", Environment::user),
                environment("machine", "machine", Environment::machine),
                environment("operating_system", "operating system", Environment::system),
                environment("time_zone", "clock's time zone", Environment::zone),
                Fact.of("attempt_started", "began", attempt -> attempt.started().toString()),
                Fact.worded("attempt_finished", "ended", attempt -> attempt.finished().map(Object::toString).orElse(""),
                        attempt -> attempt.finished().map(Object::toString).orElse("not ended")),
                Fact.of("seconds", "seconds", attempt -> attempt.lasted().map(lasted -> String.valueOf(lasted.toMillis() / 1000.0))
                        .orElse("")),
                environment("digests", "digests beside SHA-256",
                        environment -> environment.options().digests().stream().map(DigestAlgorithm::name).toList()),
                environment("one_file_system", "kept to one file system", environment -> environment.options().oneFileSystem()),
                environment("threads", "threads", environment -> environment.options().threads()),
                environment("timeout_seconds", "seconds a call may take", environment -> environment.options().timeout().toSeconds()),
                environment("hives", "hives in trees read", environment -> environment.options().registry().hives()),
                environment("deleted", "deleted keys looked for", environment -> environment.options().registry().deleted()),
                new Fact<>("left_out", "left out", attempt -> attempt.environment().options().filter().words(),
                        attempt -> attempt.environment().options().filter().words()),
                Fact.worded("kept_bytes", "content kept of files up to", attempt -> attempt.environment().keptBytes(),
                        attempt -> bytes(attempt.environment().keptBytes())),
                reading("reader", "readers", reading -> String.join(",", reading.readers().words())),
                reading("access_times_kept", "access times left as they were", Reading::accessTimesKept),
                reading("earlier_files", "files with reused hashes", Reading::earlierFiles),
                reading("earlier_bytes", "bytes with reused hashes", Reading::earlierBytes));
    }

    /** How a snapshot ended. While this process has the case open no other captures into it, so what runs was killed or is its own. */
    public static String state(Snapshot snapshot) {
        return snapshot.state() == SnapshotState.RUNNING ? "RUNNING, never ended" : snapshot.state().name();
    }

    /** {@code 3 (access denied 2, vanished 1)}. */
    public static String gaps(Snapshot snapshot) {
        return snapshot.coverage().gaps() + GapSentences.reasons(snapshot.coverage().gapsByReason());
    }

    private static String source(Snapshot snapshot, Source source) {
        String what = source.kind().label() + (source.name().isEmpty() ? "" : " " + Visible.text(source.name()));
        return what + ": " + Visible.text(source.origin()) + (source.path().isPresent() ? "" : " (found in what was asked for)")
                + Optional.of(snapshot.reader(source)).filter(word -> !word.isEmpty()).map(word -> ", read by " + Visible.text(word))
                        .orElse("");
    }

    private static Fact<Snapshot> digest(String name, String label, Function<Snapshot, Optional<Bytes>> digest) {
        return Fact.worded(name, label, row -> digest.apply(row).map(Bytes::hex).orElse(""),
                row -> digest.apply(row).map(Bytes::hex).orElse("none"));
    }

    private static Fact<Attempt> environment(String name, String label, Function<Environment, Object> value) {
        return Fact.of(name, label, attempt -> value.apply(attempt.environment()));
    }

    private static Fact<Attempt> reading(String name, String label, Function<Reading, Object> value) {
        return Fact.of(name, label, attempt -> attempt.reading().map(value).orElse(""));
    }

    private static String bytes(long bytes) {
        return String.format(Locale.ROOT, "%,d %s", bytes, bytes == 1 ? "byte" : "bytes");
    }
}
