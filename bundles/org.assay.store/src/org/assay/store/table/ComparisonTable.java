package org.assay.store.table;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.assay.model.Bytes;
import org.assay.model.Change;
import org.assay.model.ChangeKind;
import org.assay.model.Comparison;
import org.assay.model.OwnCatalogue;
import org.assay.store.bytes.StoredName;
import org.assay.store.database.Rows;
import org.assay.store.database.ToolVersion;

/** The tables {@code comparison} and {@code change_count}. */
public final class ComparisonTable {

    private static final String SELECT = "select id, baseline_id, suspect_id, compared, gaps from comparison";

    private ComparisonTable() {
    }

    /** A new comparison without its changes; gives its id. */
    public static long insert(Connection connection, long baseline, long suspect) throws SQLException {
        return Rows.insert(connection, """
                insert into comparison(baseline_id, suspect_id, compared, gaps, tool_version)
                values(?, ?, ?, (select count(*) from gap where snapshot_id in (?, ?)), ?)""",
                baseline, suspect, Instant.now(), baseline, suspect, ToolVersion.current());
    }

    /** Adds what is known of a comparison once its changes are stored. */
    public static void end(Connection connection, long id, Map<ChangeKind, Long> counts, Bytes digest) throws SQLException {
        Rows.updateAll(connection, "insert into change_count(comparison_id, kind, changes) values(?, ?, ?)",
                counts.entrySet().stream().map(count -> new Object[] {id, count.getKey().name(), count.getValue()}).toList());
        Rows.update(connection, "update comparison set changes_sha256 = ? where id = ?", digest, id);
    }

    /** The digest over a comparison's changes; empty for one of a case up to schema version 4. */
    public static Optional<Bytes> digest(Connection connection, long id) throws SQLException {
        return Rows.first(connection, "select changes_sha256 from comparison where id = ?", row -> Rows.digest(row, "changes_sha256"), id)
                .flatMap(digest -> digest);
    }

    /** Notes that the comparison was made again now. */
    public static int again(Connection connection, long id) throws SQLException {
        return Rows.update(connection, "update comparison set compared = ? where id = ?", Instant.now(), id);
    }

    /** The latest comparison of these two snapshots that says the same and was made with the same catalogues. */
    public static Optional<Long> same(Connection connection, long baseline, long suspect, Iterable<Change> changes,
            List<OwnCatalogue> catalogues) throws SQLException {
        List<Long> ofPair = Rows.list(connection, """
                select id from comparison where baseline_id = ? and suspect_id = ? and changes_sha256 is not null order by id desc""",
                row -> row.getLong("id"), baseline, suspect);
        if (ofPair.isEmpty()) {
            return Optional.empty();
        }
        Optional<Bytes> digest = Optional.of(ChangeTable.digest(changes));
        for (long id : ofPair) {
            if (digest(connection, id).equals(digest) && CatalogueTable.COMPARISON.of(connection, id).equals(catalogues)) {
                return Optional.of(id);
            }
        }
        return Optional.empty();
    }

    /** All by id. */
    public static List<Comparison> all(Connection connection) throws SQLException {
        Map<Long, Map<ChangeKind, Long>> counts = counts(connection, "");
        return Rows.list(connection, SELECT + " order by id", row -> comparison(row, counts));
    }

    public static Optional<Comparison> one(Connection connection, long id) throws SQLException {
        Map<Long, Map<ChangeKind, Long>> counts = counts(connection, " where comparison_id = ?", id);
        return Rows.first(connection, SELECT + " where id = ?", row -> comparison(row, counts), id);
    }

    private static Map<Long, Map<ChangeKind, Long>> counts(Connection connection, String where, Object... parameters) throws SQLException {
        Map<Long, Map<ChangeKind, Long>> counts = new HashMap<>();
        Rows.list(connection, "select comparison_id, kind, changes from change_count" + where,
                row -> counts.computeIfAbsent(row.getLong("comparison_id"), _ -> new EnumMap<>(ChangeKind.class))
                        .put(StoredName.read(ChangeKind.class, row.getString("kind")), row.getLong("changes")), parameters);
        return counts;
    }

    private static Comparison comparison(ResultSet row, Map<Long, Map<ChangeKind, Long>> counts) throws SQLException {
        long id = row.getLong("id");
        return new Comparison(id, row.getLong("baseline_id"), row.getLong("suspect_id"), Rows.time(row, "compared").orElseThrow(),
                counts.getOrDefault(id, Map.of()), row.getLong("gaps"));
    }
}
