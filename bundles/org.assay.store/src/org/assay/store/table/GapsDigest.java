package org.assay.store.table;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;

import org.assay.model.text.Bytes;
import org.assay.model.text.Sha256;
import org.assay.store.block.ItemsDigest;
import org.assay.store.bytes.ByteWriter;
import org.assay.store.database.Rows;

/**
 * SHA-256 over a snapshot's gaps and remarks in the order in which they were found. Apart from {@link ItemsDigest}, since the same items
 * can be read with other troubles on the way.
 */
public final class GapsDigest {

    private static final byte[] PREFIX = "assay gaps 1\n".getBytes(StandardCharsets.US_ASCII);

    private final MessageDigest digest = Sha256.start();
    private final ByteWriter row = new ByteWriter(256);

    private GapsDigest() {
        digest.update(PREFIX);
    }

    /** The digest over what is stored for {@code snapshot} now. */
    public static Bytes of(Connection connection, long snapshot) throws SQLException {
        GapsDigest gaps = new GapsDigest();
        Rows.each(connection, "select location, reason, detail from gap where snapshot_id = ? order by number",
                row -> gaps.add('G', Rows.blob(row, "location").orElseThrow(), row.getString("reason"), row.getString("detail")), snapshot);
        Rows.each(connection, "select location, text from remark where snapshot_id = ? order by number",
                row -> gaps.add('R', Rows.blob(row, "location").orElseThrow(), row.getString("text")), snapshot);
        return Bytes.copyOf(gaps.digest.digest());
    }

    private void add(char kind, byte[] location, String... texts) {
        row.clear();
        row.octet(kind);
        row.raw(location);
        for (String text : texts) {
            row.text(text);
        }
        row.digest(digest);
    }
}
