package org.assay.store.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;

import org.assay.model.snapshot.OwnCatalogue;
import org.assay.model.text.Bytes;
import org.assay.store.bytes.StoredText;
import org.assay.store.database.Rows;

/**
 * The tables {@code snapshot_catalogue} and {@code comparison_catalogue}: the user's own startup catalogues, in the order they were
 * given.
 */
public enum CatalogueTable {
    SNAPSHOT("snapshot_catalogue", "snapshot_id"),
    COMPARISON("comparison_catalogue", "comparison_id");

    private final String insert;
    private final String select;

    CatalogueTable(String table, String owner) {
        insert = "insert into " + table + "(" + owner + ", number, name, sha256) values(?, ?, ?, ?)";
        select = "select t.name, t.sha256, c.size_bytes, c.data from " + table + " t join content c on c.sha256 = t.sha256 where t." + owner
                + " = ? order by t.number";
    }

    /** Keeps catalogues with the snapshot or comparison {@code owner}, each content once in the case. */
    public int insert(Connection connection, long owner, List<OwnCatalogue> catalogues) throws SQLException {
        ContentTable.insert(connection,
                catalogues.stream().map(one -> ContentTable.Kept.of(one.sha256(), one.content().toArray())).toList());
        return Rows.updateAll(connection, insert, IntStream.range(0, catalogues.size())
                .mapToObj(at -> new Object[] {owner, at + 1, StoredText.whole("name of the catalogue", catalogues.get(at).name()),
                    catalogues.get(at).sha256()}).toList());
    }

    /** Those kept with {@code owner}; malformed when a content has another digest than it had. */
    public List<OwnCatalogue> of(Connection connection, long owner) throws SQLException {
        return Rows.list(connection, select, row -> new OwnCatalogue(row.getString("name"),
                Bytes.copyOf(ContentTable.content(row, Rows.digest(row, "sha256").orElseThrow()))), owner);
    }
}
