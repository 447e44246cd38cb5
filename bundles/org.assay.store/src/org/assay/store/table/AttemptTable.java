package org.assay.store.table;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.assay.model.item.DigestAlgorithm;
import org.assay.model.snapshot.Attempt;
import org.assay.model.snapshot.CaptureOptions;
import org.assay.model.snapshot.Environment;
import org.assay.model.snapshot.Readers;
import org.assay.model.snapshot.Reading;
import org.assay.model.snapshot.RegistryOptions;
import org.assay.store.bytes.StoredName;
import org.assay.store.bytes.StoredText;
import org.assay.store.database.Rows;
import org.assay.store.database.ToolVersion;

/** The tables {@code attempt} and {@code attempt_limit}. */
public final class AttemptTable {

    /** In {@code registry}: the hives that a tree holds are read besides their files. */
    private static final String HIVES = "HIVES";
    /** In {@code registry}: what was deleted is looked for in the unused space of hives. */
    private static final String DELETED = "DELETED";

    private AttemptTable() {
    }

    /** A new attempt at a snapshot, whose blocks begin with a run of their own; gives its number. */
    public static int insert(Connection connection, long snapshot, Environment environment) throws SQLException {
        int number = next(connection, "select max(number) from attempt where snapshot_id = ?", snapshot, 1);
        int firstRun = next(connection, "select max(run) from item_block where snapshot_id = ?", snapshot, 0);
        CaptureOptions options = environment.options();
        Rows.update(connection, """
                insert into attempt(snapshot_id, number, tool_version, started, user_name, machine, operating_system, time_zone, digests,
                    one_file_system, threads, kept_bytes, registry, only_globs, excluded_globs, max_bytes, first_run)
                values(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                snapshot, number, ToolVersion.current(), Instant.now(), StoredText.cut(environment.user()),
                StoredText.cut(environment.machine()), StoredText.cut(environment.system()), StoredText.cut(environment.zone()),
                options.digests().stream().map(Enum::name).collect(Collectors.joining(",")), options.oneFileSystem(),
                options.threads(), environment.keptBytes(), registry(options.registry()),
                FilterColumns.globs(options.filter().only()), FilterColumns.globs(options.filter().excluded()),
                FilterColumns.maxBytes(options.filter()), firstRun);
        Rows.update(connection, "insert into attempt_limit(snapshot_id, number, timeout_millis) values(?, ?, ?)", snapshot, number,
                options.timeout().toMillis());
        return number;
    }

    /** Writes how an attempt ended. */
    public static int finish(Connection connection, long snapshot, int number, Duration lasted, Reading reading) throws SQLException {
        return Rows.update(connection, """
                update attempt set finished = ?, duration_nanos = ?, reader = ?, access_times_kept = ?, hashed_bytes = ?,
                    earlier_files = ?, earlier_bytes = ? where snapshot_id = ? and number = ?""",
                Instant.now(), lasted.toNanos(), StoredText.cut(reading.readers().stored()), reading.accessTimesKept(),
                reading.hashedBytes(), reading.earlierFiles(), reading.earlierBytes(), snapshot, number);
    }

    /** The first run of each attempt at the snapshot, by number; of a snapshot that was captured before attempts were recorded, none. */
    public static List<Integer> firstRuns(Connection connection, long snapshot) throws SQLException {
        return Rows.list(connection, "select first_run from attempt where snapshot_id = ? order by number", row -> row.getInt(1), snapshot);
    }

    /** Attempts by snapshot, each snapshot's by number. */
    static Map<Long, List<Attempt>> bySnapshot(Connection connection, String where, Object... parameters) throws SQLException {
        Map<Long, List<Attempt>> attempts = new HashMap<>();
        Rows.list(connection, """
                select *, (select timeout_millis from attempt_limit one
                    where one.snapshot_id = attempt.snapshot_id and one.number = attempt.number) as timeout_millis
                from attempt""" + where + " order by snapshot_id, number", row ->
                attempts.computeIfAbsent(row.getLong("snapshot_id"), _ -> new ArrayList<>()).add(attempt(row)), parameters);
        return attempts;
    }

    private static int next(Connection connection, String highest, long snapshot, int first) throws SQLException {
        return Rows.first(connection, highest, row -> row.getObject(1, Integer.class) == null ? first : row.getInt(1) + 1, snapshot)
                .orElse(first);
    }

    private static String registry(RegistryOptions options) {
        return Stream.of(options.hives() ? HIVES : "", options.deleted() ? DELETED : "").filter(name -> !name.isEmpty())
                .collect(Collectors.joining(","));
    }

    private static RegistryOptions registry(String names) {
        List<String> all = List.of(names.split(","));
        return new RegistryOptions(all.contains(HIVES), all.contains(DELETED));
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        CaptureOptions options = new CaptureOptions(digests(row.getString("digests")), row.getBoolean("one_file_system"),
                row.getInt("threads"), registry(row.getString("registry")), FilterColumns.read(row), timeout(row));
        Optional<Instant> finished = Rows.time(row, "finished");
        return new Attempt(row.getInt("number"), row.getString("tool_version"), Rows.time(row, "started").orElseThrow(), finished,
                finished.isPresent() ? Optional.of(Duration.ofNanos(row.getLong("duration_nanos"))) : Optional.empty(),
                new Environment(row.getString("user_name"), row.getString("machine"), row.getString("operating_system"),
                        row.getString("time_zone"), options, row.getLong("kept_bytes")),
                finished.isPresent() ? Optional.of(reading(row)) : Optional.empty());
    }

    private static Duration timeout(ResultSet row) throws SQLException {
        long millis = row.getLong("timeout_millis");
        return row.wasNull() ? CaptureOptions.USUAL_TIMEOUT : Duration.ofMillis(Math.max(1, millis));
    }

    private static Reading reading(ResultSet row) throws SQLException {
        return new Reading(Readers.of(Optional.ofNullable(row.getString("reader")).orElse("")), row.getBoolean("access_times_kept"),
                row.getLong("hashed_bytes"), row.getLong("earlier_files"), row.getLong("earlier_bytes"));
    }

    /** Malformed when a row names a digest that this Assay does not know. */
    public static void check(ResultSet row) throws SQLException {
        digests(row.getString("digests"));
    }

    private static Set<DigestAlgorithm> digests(String names) {
        return names.isEmpty() ? Set.of() : Arrays.stream(names.split(",")).map(name -> StoredName.read(DigestAlgorithm.class, name))
                .collect(Collectors.toSet());
    }
}
