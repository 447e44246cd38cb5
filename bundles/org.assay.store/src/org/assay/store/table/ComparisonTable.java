package org.assay.store.table;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.Comparison;
import org.assay.model.change.ComparisonBasis;
import org.assay.model.change.ComparisonOptions;
import org.assay.model.change.Normalisation;
import org.assay.model.snapshot.OwnCatalogue;
import org.assay.model.snapshot.ScopeFilter;
import org.assay.model.text.Bytes;
import org.assay.store.bytes.StoredName;
import org.assay.store.bytes.StoredText;
import org.assay.store.database.Rows;
import org.assay.store.database.ToolVersion;

/** The tables {@code comparison} and {@code change_count}. */
public final class ComparisonTable {

    private static final String SELECT = """
            select id, baseline_id, suspect_id, compared, gaps, only_globs, excluded_globs, max_bytes, exact, ignore_case
            from comparison""";

    private ComparisonTable() {
    }

    /** A new comparison without its changes; gives its id. */
    public static long insert(Connection connection, long baseline, long suspect, ComparisonBasis basis) throws SQLException {
        ComparisonOptions options = basis.options();
        ScopeFilter filter = options.filter();
        long id = Rows.insert(connection, """
                insert into comparison(baseline_id, suspect_id, compared, gaps, tool_version, only_globs, excluded_globs, max_bytes, exact,
                    ignore_case)
                values(?, ?, ?, (select count(*) from gap where snapshot_id in (?, ?)), ?, ?, ?, ?, ?, ?)""",
                baseline, suspect, Instant.now(), baseline, suspect, ToolVersion.current(), FilterColumns.globs(filter.only()),
                FilterColumns.globs(filter.excluded()), FilterColumns.maxBytes(filter),
                options.exact().stream().map(Enum::name).collect(Collectors.joining(",")), options.ignoreCase());
        List<String> remarks = basis.remarks();
        Rows.updateAll(connection, "insert into comparison_remark(comparison_id, number, text) values(?, ?, ?)",
                IntStream.range(0, remarks.size()).mapToObj(at -> new Object[] {id, at + 1, StoredText.cut(remarks.get(at))}).toList());
        return id;
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

    /** The latest comparison of these two snapshots that says the same and was made in the same way with the same catalogues. */
    public static Optional<Long> same(Connection connection, long baseline, long suspect, ComparisonBasis basis,
            Iterable<Change> changes, List<OwnCatalogue> catalogues) throws SQLException {
        List<Long> ofPair = Rows.list(connection, """
                select id from comparison where baseline_id = ? and suspect_id = ? and changes_sha256 is not null order by id desc""",
                row -> row.getLong("id"), baseline, suspect);
        if (ofPair.isEmpty()) {
            return Optional.empty();
        }
        Optional<Bytes> digest = Optional.of(ChangeTable.digest(changes));
        for (long id : ofPair) {
            if (digest(connection, id).equals(digest) && one(connection, id).filter(made -> made.basis().equals(basis)).isPresent()
                    && CatalogueTable.COMPARISON.of(connection, id).equals(catalogues)) {
                return Optional.of(id);
            }
        }
        return Optional.empty();
    }

    /** All by id. */
    public static List<Comparison> all(Connection connection) throws SQLException {
        Map<Long, Map<ChangeKind, Long>> counts = counts(connection, "");
        Map<Long, List<String>> remarks = remarks(connection, "");
        return Rows.list(connection, SELECT + " order by id", row -> comparison(row, counts, remarks));
    }

    public static Optional<Comparison> one(Connection connection, long id) throws SQLException {
        Map<Long, Map<ChangeKind, Long>> counts = counts(connection, " where comparison_id = ?", id);
        Map<Long, List<String>> remarks = remarks(connection, " where comparison_id = ?", id);
        return Rows.first(connection, SELECT + " where id = ?", row -> comparison(row, counts, remarks), id);
    }

    private static Map<Long, List<String>> remarks(Connection connection, String where, Object... parameters) throws SQLException {
        Map<Long, List<String>> remarks = new HashMap<>();
        Rows.list(connection, "select comparison_id, text from comparison_remark" + where + " order by comparison_id, number",
                row -> remarks.computeIfAbsent(row.getLong("comparison_id"), _ -> new ArrayList<>()).add(row.getString("text")),
                parameters);
        return remarks;
    }

    private static Map<Long, Map<ChangeKind, Long>> counts(Connection connection, String where, Object... parameters) throws SQLException {
        Map<Long, Map<ChangeKind, Long>> counts = new HashMap<>();
        Rows.list(connection, "select comparison_id, kind, changes from change_count" + where,
                row -> counts.computeIfAbsent(row.getLong("comparison_id"), _ -> new EnumMap<>(ChangeKind.class))
                        .put(StoredName.read(ChangeKind.class, row.getString("kind")), row.getLong("changes")), parameters);
        return counts;
    }

    private static Comparison comparison(ResultSet row, Map<Long, Map<ChangeKind, Long>> counts, Map<Long, List<String>> remarks)
            throws SQLException {
        long id = row.getLong("id");
        ComparisonOptions options = new ComparisonOptions(FilterColumns.read(row), exact(row.getString("exact")),
                row.getBoolean("ignore_case"));
        return new Comparison(id, row.getLong("baseline_id"), row.getLong("suspect_id"), Rows.time(row, "compared").orElseThrow(),
                new ComparisonBasis(options, remarks.getOrDefault(id, List.of())), counts.getOrDefault(id, Map.of()), row.getLong("gaps"));
    }

    private static Set<Normalisation> exact(String names) {
        return names.isEmpty() ? Set.of() : Arrays.stream(names.split(",")).map(name -> StoredName.read(Normalisation.class, name))
                .collect(Collectors.toSet());
    }
}
