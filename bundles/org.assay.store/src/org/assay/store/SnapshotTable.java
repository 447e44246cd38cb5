package org.assay.store;

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

import org.assay.model.Bytes;
import org.assay.model.Coverage;
import org.assay.model.Role;
import org.assay.model.Snapshot;
import org.assay.model.SnapshotState;
import org.assay.model.Source;
import org.assay.model.SourceKind;

/** The tables {@code snapshot}, {@code host} and {@code source}. */
final class SnapshotTable {

    private static final String SELECT = """
            select s.id, h.name, s.role, s.label, s.state, s.started, s.finished, s.items, s.hashed_bytes, s.gaps, s.digest_sha256
            from snapshot s join host h on h.id = s.host_id""";

    private static final String INSERT_SOURCE = "insert into source(snapshot_id, number, kind, name, origin) values(?, ?, ?, ?, ?)";

    private SnapshotTable() {
    }

    /** A new snapshot that is running; gives its id. */
    static long insert(Connection connection, String host, Role role, String label, List<Source> sources) throws SQLException {
        Rows.update(connection, "merge into host(name) key(name) values(?)", host);
        long hostId = Rows.first(connection, "select id from host where name = ?", row -> row.getLong(1), host).orElseThrow();
        long id = Rows.insert(connection, """
                insert into snapshot(host_id, role, label, state, started, items, hashed_bytes, gaps, tool_version)
                values(?, ?, ?, ?, ?, 0, 0, 0, ?)""",
                hostId, role.name(), label, SnapshotState.RUNNING.name(), Instant.now(), ToolVersion.current());
        Rows.updateAll(connection, INSERT_SOURCE, IntStream.range(0, sources.size()).mapToObj(at -> row(id, at + 1, sources.get(at))).toList());
        return id;
    }

    /** Adds a source behind those it has. */
    static int addSource(Connection connection, long id, Source source) throws SQLException {
        int last = Rows.first(connection, "select max(number) from source where snapshot_id = ?", row -> row.getInt(1), id).orElse(0);
        return Rows.updateAll(connection, INSERT_SOURCE, List.<Object[]>of(row(id, last + 1, source)));
    }

    /** Writes how it ended. */
    static int finish(Connection connection, long id, SnapshotState state, Coverage coverage, Bytes digest) throws SQLException {
        return Rows.update(connection, """
                update snapshot set state = ?, finished = ?, items = ?, hashed_bytes = ?, gaps = ?, digest_sha256 = ? where id = ?""",
                state.name(), Instant.now(), coverage.items(), coverage.hashedBytes(), coverage.gaps(), digest, id);
    }

    /** All by id. */
    static List<Snapshot> all(Connection connection) throws SQLException {
        Map<Long, List<Source>> sources = sources(connection, "");
        return Rows.list(connection, SELECT + " order by s.id", row -> snapshot(row, sources));
    }

    static Optional<Snapshot> one(Connection connection, long id) throws SQLException {
        Map<Long, List<Source>> sources = sources(connection, " where snapshot_id = ?", id);
        return Rows.first(connection, SELECT + " where s.id = ?", row -> snapshot(row, sources), id);
    }

    private static Map<Long, List<Source>> sources(Connection connection, String where, Object... parameters) throws SQLException {
        Map<Long, List<Source>> sources = new HashMap<>();
        Rows.list(connection, "select snapshot_id, kind, name, origin from source" + where + " order by snapshot_id, number",
                row -> sources.computeIfAbsent(row.getLong("snapshot_id"), _ -> new ArrayList<>()).add(source(row)), parameters);
        return sources;
    }

    private static Source source(ResultSet row) throws SQLException {
        return new Source(StoredName.read(SourceKind.class, row.getString("kind")), row.getString("name"), row.getString("origin"));
    }

    private static Object[] row(long snapshot, int number, Source source) {
        return new Object[] {snapshot, number, source.kind().name(), StoredText.cut(source.name()), StoredText.cut(source.origin())};
    }

    private static Snapshot snapshot(ResultSet row, Map<Long, List<Source>> sources) throws SQLException {
        long id = row.getLong("id");
        return new Snapshot(id, row.getString("name"), StoredName.read(Role.class, row.getString("role")), row.getString("label"),
                StoredName.read(SnapshotState.class, row.getString("state")), Rows.time(row, "started").orElseThrow(),
                Rows.time(row, "finished"), sources.getOrDefault(id, List.of()),
                new Coverage(row.getLong("items"), row.getLong("hashed_bytes"), row.getLong("gaps")), Rows.digest(row, "digest_sha256"));
    }
}
