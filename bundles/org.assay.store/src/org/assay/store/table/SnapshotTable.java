package org.assay.store.table;

import java.net.URI;
import java.net.URISyntaxException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.assay.model.snapshot.Area;
import org.assay.model.snapshot.Attempt;
import org.assay.model.snapshot.Coverage;
import org.assay.model.snapshot.GapReason;
import org.assay.model.snapshot.Role;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.snapshot.SnapshotState;
import org.assay.model.snapshot.Source;
import org.assay.model.snapshot.SourceKind;
import org.assay.model.text.Bytes;
import org.assay.store.bytes.MalformedBytes;
import org.assay.store.bytes.StoredName;
import org.assay.store.bytes.StoredText;
import org.assay.store.database.Rows;
import org.assay.store.database.ToolVersion;

/** The tables {@code snapshot}, {@code host} and {@code source}. */
public final class SnapshotTable {

    private static final String SELECT = """
            select s.id, h.name, s.role, s.label, s.state, s.started, s.finished, s.items, s.hashed_bytes,
                s.digest_sha256, s.items_sha256, s.gaps_sha256
            from snapshot s join host h on h.id = s.host_id""";

    private static final String INSERT_SOURCE =
            "insert into source(snapshot_id, number, kind, name, origin, path) values(?, ?, ?, ?, ?, ?)";

    private SnapshotTable() {
    }

    /** A new snapshot that is running; gives its id. */
    public static long insert(Connection connection, String host, Role role, String label, List<Source> sources) throws SQLException {
        Rows.update(connection, "merge into host(name) key(name) values(?)", host);
        long hostId = Rows.first(connection, "select id from host where name = ?", row -> row.getLong(1), host).orElseThrow();
        long id = Rows.insert(connection, """
                insert into snapshot(host_id, role, label, state, started, items, hashed_bytes, gaps, tool_version)
                values(?, ?, ?, ?, ?, 0, 0, 0, ?)""",
                hostId, role.name(), label, SnapshotState.RUNNING.name(), Instant.now(), ToolVersion.current());
        Rows.updateAll(connection, INSERT_SOURCE,
                IntStream.range(0, sources.size()).mapToObj(at -> row(id, at + 1, sources.get(at))).toList());
        return id;
    }

    /** Adds a source behind those it has. */
    public static int addSource(Connection connection, long id, Source source) throws SQLException {
        return Rows.updateAll(connection, INSERT_SOURCE, List.<Object[]>of(row(id, nextSource(connection, id), source)));
    }

    /** Makes a snapshot run again that had ended. */
    public static int resume(Connection connection, long id) throws SQLException {
        return Rows.update(connection, """
                update snapshot set state = ?, finished = null, hashed_bytes = 0, digest_sha256 = null, items_sha256 = null,
                    gaps_sha256 = null where id = ?""", SnapshotState.RUNNING.name(), id);
    }

    /** Notes how much of a running snapshot is stored. */
    public static int advance(Connection connection, long id, long items) throws SQLException {
        return Rows.update(connection, "update snapshot set items = ? where id = ?", items, id);
    }

    /** Writes how it ended. */
    public static int finish(Connection connection, long id, SnapshotState state, int firstRun, Coverage coverage, Bytes digest)
            throws SQLException {
        return Rows.update(connection, """
                update snapshot set state = ?, finished = ?, items = ?, hashed_bytes = ?, gaps = ?, digest_sha256 = ?, items_sha256 = ?,
                    gaps_sha256 = ?, first_run = ? where id = ?""",
                state.name(), Instant.now(), coverage.items(), coverage.hashedBytes(), coverage.gaps(), digest, coverage.itemsDigest(),
                coverage.gapsDigest(), firstRun, id);
    }

    /** Makes a snapshot a failed one that lost something since it was finished; it has no digests any more. */
    public static int fail(Connection connection, long id) throws SQLException {
        return Rows.update(connection, """
                update snapshot set state = ?, digest_sha256 = null, items_sha256 = null, gaps_sha256 = null,
                    items = (select coalesce(sum(items), 0) from item_block where snapshot_id = ?) where id = ?""",
                SnapshotState.FAILED.name(), id, id);
    }

    /** Removes the sources that earlier attempts found within others: all but those that were asked for and those from {@code first} on. */
    public static int removeFound(Connection connection, long id, int first) throws SQLException {
        return Rows.update(connection, "delete from source where snapshot_id = ? and number < ? and path is null", id, first);
    }

    /** The number that the next source of the snapshot gets. */
    public static int nextSource(Connection connection, long id) throws SQLException {
        return Rows.first(connection, "select max(number) from source where snapshot_id = ?", row -> row.getInt(1), id).orElse(0) + 1;
    }

    /** The first run that holds what the snapshot needs. */
    public static int firstRun(Connection connection, long id) throws SQLException {
        return Rows.first(connection, "select first_run from snapshot where id = ?", row -> row.getInt(1), id).orElse(0);
    }

    /** All by id. */
    public static List<Snapshot> all(Connection connection) throws SQLException {
        Parts parts = parts(connection, "");
        return Rows.list(connection, SELECT + " order by s.id", row -> snapshot(row, parts));
    }

    public static Optional<Snapshot> one(Connection connection, long id) throws SQLException {
        Parts parts = parts(connection, " where snapshot_id = ?", id);
        return Rows.first(connection, SELECT + " where s.id = ?", row -> snapshot(row, parts), id);
    }

    /** What snapshots have several of, by snapshot. */
    private record Parts(Map<Long, List<Source>> sources, Map<Long, List<Area>> areas, Map<Long, Map<GapReason, Long>> gaps,
            Map<Long, List<Attempt>> attempts) {
    }

    private static Parts parts(Connection connection, String where, Object... parameters) throws SQLException {
        return new Parts(sources(connection, where, parameters), AreaTable.bySnapshot(connection, where, parameters),
                GapTable.counts(connection, where, parameters), AttemptTable.bySnapshot(connection, where, parameters));
    }

    private static Map<Long, List<Source>> sources(Connection connection, String where, Object... parameters) throws SQLException {
        Map<Long, List<Source>> sources = new HashMap<>();
        Rows.list(connection, "select snapshot_id, kind, name, origin, path from source" + where + " order by snapshot_id, number",
                row -> sources.computeIfAbsent(row.getLong("snapshot_id"), _ -> new ArrayList<>()).add(source(row)), parameters);
        return sources;
    }

    /** The source in a row of its table. */
    public static Source source(ResultSet row) throws SQLException {
        return new Source(kind(row.getString("kind")), row.getString("name"), row.getString("origin"),
                Optional.ofNullable(row.getString("path")).map(SnapshotTable::uri));
    }

    private static SourceKind kind(String word) {
        try {
            return new SourceKind(word);
        } catch (IllegalArgumentException e) {
            throw new MalformedBytes("the kind of a source is no word for one", e);
        }
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new MalformedBytes("the path of a source is no URI", e);
        }
    }

    private static Object[] row(long snapshot, int number, Source source) {
        return new Object[] {snapshot, number, source.kind().word(), StoredText.cut(source.name()), StoredText.cut(source.origin()),
            source.path().map(path -> StoredText.whole("path of a source", path.toString()))};
    }

    private static Snapshot snapshot(ResultSet row, Parts parts) throws SQLException {
        long id = row.getLong("id");
        Coverage coverage = new Coverage(row.getLong("items"), row.getLong("hashed_bytes"), parts.gaps.getOrDefault(id, Map.of()),
                Rows.digest(row, "items_sha256"), Rows.digest(row, "gaps_sha256"));
        return new Snapshot(id, row.getString("name"), StoredName.read(Role.class, row.getString("role")), row.getString("label"),
                StoredName.read(SnapshotState.class, row.getString("state")), Rows.time(row, "started").orElseThrow(),
                Rows.time(row, "finished"), parts.sources.getOrDefault(id, List.of()), parts.areas.getOrDefault(id, List.of()), coverage,
                Rows.digest(row, "digest_sha256"), parts.attempts.getOrDefault(id, List.of()));
    }
}
