package org.assay.store.table;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import org.assay.model.text.Bytes;
import org.assay.model.text.Sha256;
import org.assay.store.bytes.Deflation;
import org.assay.store.bytes.MalformedBytes;
import org.assay.store.database.Rows;

/** The table {@code content}: kept files, each once, compressed. */
public final class ContentTable {

    /** These files are few and kept long, so size comes before speed. */
    private static final int LEVEL = 6;

    /** A content that is to be stored. */
    public record Kept(Bytes sha256, long sizeBytes, byte[] deflated) {

        public static Kept of(Bytes sha256, byte[] content) {
            return new Kept(sha256, content.length, Deflation.deflate(content, LEVEL));
        }
    }

    private ContentTable() {
    }

    /** Adds those that the case does not have; tells how many rows that made. */
    public static int insert(Connection connection, List<Kept> contents) throws SQLException {
        return Rows.updateAll(connection, """
                merge into content c using (select cast(? as binary(32)) as sha256) n on c.sha256 = n.sha256
                when not matched then insert(sha256, size_bytes, data) values(n.sha256, ?, ?)""",
                contents.stream().map(kept -> new Object[] {kept.sha256, kept.sizeBytes, kept.deflated}).toList());
    }

    /** The content with this digest; malformed when what is stored has another. */
    public static Optional<byte[]> of(Connection connection, Bytes sha256) throws SQLException {
        return Rows.first(connection, "select size_bytes, data from content where sha256 = ?", row -> content(row, sha256), sha256);
    }

    /** The content in a row; malformed when it has another digest than this. */
    public static byte[] content(ResultSet row, Bytes sha256) throws SQLException {
        byte[] content = Deflation.inflate(Rows.blob(row, "data").orElseThrow(), row.getLong("size_bytes"));
        if (!Sha256.of(content).equals(sha256)) {
            throw new MalformedBytes("the kept content " + sha256 + " has another digest");
        }
        return content;
    }
}
