package org.assay.store.digest;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.assay.model.text.Bytes;
import org.assay.model.text.Sha256;
import org.assay.store.database.Rows;

/** The digest over the rows that an owner has in a large table. It can follow while rows are added behind those that were there. */
public final class PartDigest {

    private final Part part;
    private final long owner;
    private final MessageDigest digest = Sha256.start();
    private final List<Object> last = new ArrayList<>();
    private long rows;

    public PartDigest(Part part, long owner) {
        this.part = part;
        this.owner = owner;
    }

    /** Stores the digest over the rows that are there now. */
    public static void renew(Connection connection, Part part, long owner) throws SQLException {
        new PartDigest(part, owner).follow(connection);
    }

    /** Stores the digests over all rows of all owners: for a case that had none. */
    static void renewAll(Connection connection) throws SQLException {
        for (Part part : Part.values()) {
            for (long owner : owners(connection, part)) {
                renew(connection, part, owner);
            }
        }
    }

    /** The owners that have rows in a table. */
    public static List<Long> owners(Connection connection, Part part) throws SQLException {
        return Rows.list(connection, "select distinct " + part.ownerColumn() + " from " + part.table() + " order by 1",
                row -> row.getLong(1));
    }

    /** What the rows that are there now come to. */
    public static TableDigest now(Connection connection, Part part, long owner) throws SQLException {
        PartDigest digest = new PartDigest(part, owner);
        digest.read(connection);
        return digest.soFar();
    }

    /** What was stored of them; none where there were no rows. */
    public static Optional<TableDigest> stored(Connection connection, Part part, long owner) throws SQLException {
        return Rows.first(connection, "select row_count, sha256 from part_digest where table_name = ? and owner_id = ?",
                row -> new TableDigest(part.table(), row.getLong("row_count"), Rows.digest(row, "sha256").orElseThrow()),
                part.table(), owner);
    }

    /** Takes in the rows behind those that were taken in, and stores the digest over all. */
    public void follow(Connection connection) throws SQLException {
        read(connection);
        if (rows == 0) {
            Rows.update(connection, "delete from part_digest where table_name = ? and owner_id = ?", part.table(), owner);
        } else {
            Rows.update(connection, "merge into part_digest(table_name, owner_id, row_count, sha256) values(?, ?, ?, ?)", part.table(),
                    owner, rows, soFar().sha256());
        }
    }

    private void read(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(select())) {
            List<Object> parameters = new ArrayList<>(List.of(owner));
            if (!last.isEmpty()) {
                // For two columns the first one is there twice, see behind().
                parameters.addAll(last.subList(0, last.size() - 1));
                parameters.addAll(last);
            }
            for (int at = 0; at < parameters.size(); at++) {
                statement.setObject(at + 1, parameters.get(at));
            }
            try (ResultSet found = statement.executeQuery()) {
                RowText text = new RowText(part.table(), found, Part.WITHOUT);
                while (found.next()) {
                    digest.update(text.line());
                    rows++;
                    last.clear();
                    for (String column : part.key()) {
                        last.add(found.getObject(column));
                    }
                }
            }
        }
    }

    private String select() {
        return "select * from " + part.table() + " where " + part.ownerColumn() + " = ?" + (last.isEmpty() ? "" : behind()) + " order by "
                + part.ownerColumn() + ", " + String.join(", ", part.key());
    }

    /** The rows behind the last one; the first condition is there so that H2 begins at the right place of the index. */
    private String behind() {
        String first = part.key().getFirst();
        return part.key().size() == 1 ? " and " + first + " > ?"
                : " and " + first + " >= ? and (" + first + " > ? or " + part.key().getLast() + " > ?)";
    }

    private TableDigest soFar() {
        try {
            return new TableDigest(part.table(), rows, Bytes.copyOf(((MessageDigest) digest.clone()).digest()));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's SHA-256 can be cloned", e);
        }
    }
}
