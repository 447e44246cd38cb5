package org.assay.store.snapshot;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.assay.model.custody.LogHead;
import org.assay.model.item.FileItem;
import org.assay.model.item.ItemStream;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.text.Bytes;
import org.assay.store.database.Connections;
import org.assay.store.database.Rows;
import org.assay.store.digest.CustodyChain;
import org.assay.store.digest.StateLines;

/**
 * What is signed when a snapshot is sealed: a text of lines, in the form that {@code docs/case-format.md} lays down. It holds the rows of
 * the snapshot, the digests of the kept files that it names, where the custody log ends, and what the other tables of the case come to.
 *
 * @param lines each with its line feed
 */
public record SealStatement(List<String> lines) {

    static final String HEADING = "assay seal 1\n";

    static final String SEALED = "{\"sealed\":\"snapshot\",\"id\":%d}\n";

    static final String KEPT = "{\"kept\":\"%s\"}\n";

    static final String LOG = "{\"log_entries\":%d,\"log_sha256\":\"%s\"}\n";

    /** The statement over {@code snapshot} as the case is now. */
    public static SealStatement of(Connections connections, Snapshot snapshot) {
        Set<String> kept = kept(connections, snapshot);
        return connections.readAtOneMoment(connection -> {
            List<String> lines = new ArrayList<>(List.of(HEADING, SEALED.formatted(snapshot.id())));
            lines.addAll(StateLines.ofSnapshot(connection, snapshot.id()));
            kept.forEach(sha256 -> lines.add(KEPT.formatted(sha256)));
            LogHead head = CustodyChain.head(connection);
            lines.add(LOG.formatted(head.entries(), head.sha256().hex()));
            lines.addAll(StateLines.ofParts(connection));
            lines.addAll(StateLines.ofTables(connection));
            return new SealStatement(List.copyOf(lines));
        });
    }

    /** A statement that was signed. */
    public static SealStatement read(byte[] statement) {
        return new SealStatement(new String(statement, StandardCharsets.ISO_8859_1).lines().map(line -> line + '\n').toList());
    }

    /** The bytes that are signed. */
    public byte[] bytes() {
        return String.join("", lines).getBytes(StandardCharsets.US_ASCII);
    }

    /** The kept files that the snapshot names, by their digests. */
    private static Set<String> kept(Connections connections, Snapshot snapshot) {
        Set<Bytes> there = connections.read(SealStatement::contents);
        Set<String> kept = new TreeSet<>();
        try (ItemStream items = StoredSnapshot.of(connections, snapshot).items()) {
            while (items.hasNext()) {
                if (items.next() instanceof FileItem file) {
                    file.sha256().filter(there::contains).ifPresent(sha256 -> kept.add(sha256.hex()));
                }
            }
        }
        return kept;
    }

    static Set<Bytes> contents(Connection connection) throws SQLException {
        return Rows.list(connection, "select sha256 from content", row -> Rows.digest(row, "sha256").orElseThrow()).stream()
                .collect(Collectors.toSet());
    }
}
