package org.assay.store.digest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.assay.model.text.Bytes;
import org.assay.model.text.Sha256;

/** The digest over the dump. Where it is asked for again, tables at the head of the dump that were not altered meanwhile are not read. */
final class DumpDigest {

    /** What is digested first, so that the digest cannot be taken for one over something else. */
    static final byte[] HEADING = "assay case 1\n".getBytes(StandardCharsets.US_ASCII);

    /** @param behind the digest over the dump to the end of this table, to which more can be added */
    private record Step(DumpTable table, TableDigest digest, MessageDigest behind) {
    }

    private List<Step> steps = List.of();

    /** The digest over the dump of what the case holds now. */
    Bytes of(Connection connection) throws SQLException {
        return of(connection, DumpTable.all(connection));
    }

    /** The digest over a dump of {@code tables}. */
    Bytes of(Connection connection, List<DumpTable> tables) throws SQLException {
        List<Step> next = new ArrayList<>();
        MessageDigest whole = Sha256.start();
        whole.update(HEADING);
        for (DumpTable table : tables) {
            if (next.size() < steps.size() && steps.get(next.size()).table().equals(table)) {
                next.add(steps.get(next.size()));
            } else {
                steps = List.of();
                next.add(read(connection, table, next.isEmpty() ? whole : copy(next.getLast().behind())));
            }
        }
        steps = next;
        return Bytes.copyOf((next.isEmpty() ? whole : copy(next.getLast().behind())).digest());
    }

    /** What each table came to when {@link #of} was called. */
    List<TableDigest> tables() {
        return steps.stream().map(Step::digest).toList();
    }

    private static Step read(Connection connection, DumpTable table, MessageDigest whole) throws SQLException {
        return new Step(table, read(connection, table, line -> whole.update(line)), whole);
    }

    /** What one table comes to; {@code also} gets its lines as well. */
    static TableDigest read(Connection connection, DumpTable table, DumpTable.Sink also) throws SQLException {
        MessageDigest own = Sha256.start();
        try {
            long rows = table.write(connection, line -> {
                own.update(line);
                also.take(line);
            });
            return new TableDigest(table.name(), rows, Bytes.copyOf(own.digest()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's SHA-256 can be cloned", e);
        }
    }
}
