package org.assay.store.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

import org.assay.model.Location;
import org.assay.model.Severity;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.ComparisonBasis;
import org.assay.model.change.Decision;
import org.assay.model.change.Finding;
import org.assay.model.change.Tag;
import org.assay.model.item.Item;
import org.assay.model.snapshot.Environment;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.GapReason;
import org.assay.model.snapshot.OwnCatalogue;
import org.assay.model.snapshot.Reading;
import org.assay.model.snapshot.Remark;
import org.assay.model.snapshot.Role;
import org.assay.model.snapshot.SnapshotState;
import org.assay.model.snapshot.Source;
import org.assay.model.snapshot.SourceKind;
import org.assay.model.text.Bytes;
import org.assay.model.text.Sha256;
import org.assay.store.CaseFile;
import org.assay.store.RandomItems;
import org.assay.store.SnapshotWriter;
import org.h2.Driver;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A case whose process was killed within a transaction: H2 has notes in it of what it would take back. */
class PendingChangeTest {

    private static final List<String> TABLES = List.of("case_info", "host", "snapshot", "source", "gap", "item_block", "item_block_data",
            "content", "comparison", "change_count", "change_block", "tag", "remark", "attempt", "gap_count",
            "snapshot_catalogue", "comparison_catalogue", "schema_version");

    @TempDir
    Path folder;

    @Test
    void aTransactionOverEveryTableIsTakenBack() throws IOException, SQLException {
        Path whole = fullCase();
        Path cut = folder.resolve("cut.mv.db");
        Properties user = new Properties();
        user.setProperty("user", "assay");
        user.setProperty("password", "");
        String url = "jdbc:h2:" + whole.toString().replace(".mv.db", "");
        try (Connection writing = new Driver().connect(url, user); Statement statement = writing.createStatement();
                Connection other = new Driver().connect(url, user); Statement checkpoint = other.createStatement()) {
            writing.setAutoCommit(false);
            statement.execute("set referential_integrity false");
            for (String table : TABLES) {
                assertTrue(statement.executeUpdate("delete from " + table) > 0, table + " was empty");
            }
            checkpoint.execute("checkpoint sync");
            Files.copy(whole, cut);
        }
        try (MVStore store = new MVStore.Builder().fileName(cut.toString()).readOnly().open()) {
            assertTrue(store.getMapNames().stream().anyMatch(name -> name.startsWith("undoLog") && store.hasData(name)));
        }
        try (CaseFile opened = CaseFile.openToRead(cut)) {
            assertEquals(1, opened.tags().size());
        }
        try (CaseFile opened = CaseFile.open(cut)) {
            assertEquals(1, opened.tags().size());
            assertTrue(opened.changes(1).iterator().hasNext());
            opened.verify(1);
        }
    }

    private Path fullCase() {
        List<OwnCatalogue> own = List.of(new OwnCatalogue("own.json", Bytes.copyOf(new byte[2])));
        List<Item> items = new RandomItems(1).items(50);
        try (CaseFile made = CaseFile.create(folder.resolve("whole"))) {
            SnapshotWriter writer = made.newSnapshot("pc", Role.BASELINE, "", List.of(new Source(SourceKind.TREE, "C", "/mnt",
                    Optional.empty())), Environment.UNKNOWN, own);
            items.forEach(writer::item);
            writer.gap(new Gap(Location.file("C:"), GapReason.DAMAGED, "detail"));
            writer.remark(new Remark(Location.file("C:"), "remark"));
            writer.content(Sha256.of(new byte[1]), new byte[1]);
            writer.finish(SnapshotState.PARTIAL, Reading.NONE);
            made.saveComparison(1, 1, ComparisonBasis.USUAL,
                    List.of(Change.of(1, ChangeKind.ADDED, Optional.empty(), Optional.of(items.getFirst()), Set.of(),
                    List.of(new Finding("code", Severity.INFO, "Sentence.")))), own);
            made.saveTags(List.of(new Tag("pc", Location.file("C:"), Sha256.of(), Decision.ACCEPT, "", "", Instant.EPOCH)));
            return made.file();
        }
    }
}
