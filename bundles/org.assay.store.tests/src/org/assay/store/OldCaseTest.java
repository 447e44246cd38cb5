package org.assay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.assay.model.AssayException;
import org.assay.model.Bytes;
import org.assay.model.Environment;
import org.assay.model.ErrorCode;
import org.assay.model.FileDetails;
import org.assay.model.FileItem;
import org.assay.model.FileKind;
import org.assay.model.FileTimes;
import org.assay.model.Gap;
import org.assay.model.GapReason;
import org.assay.model.Item;
import org.assay.model.ItemStream;
import org.assay.model.Location;
import org.assay.model.Reading;
import org.assay.model.Snapshot;
import org.assay.model.SnapshotState;
import org.assay.model.Source;
import org.assay.model.SourceKind;
import org.assay.model.Verification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A case as the first version of the tables and blocks had it: one snapshot that ended, and one that was killed. */
class OldCaseTest {

    private static final String DIGEST = "00112233445566778899aabbccddeeff".repeat(2);

    private static final FileItem WIN_INI = new FileItem(Location.file("C:", "WINDOWS", "win.ini"), FileKind.FILE, 477,
            FileTimes.modifiedAt(Instant.ofEpochSecond(924906120, 5)), Optional.of(0644), Optional.of("root"), Optional.empty(),
            Optional.of(Bytes.ofHex(DIGEST)), Optional.empty(), FileDetails.NONE);

    /** It is one block of one item, not compressed. */
    private static final byte[] BLOCK = HexFormat.of().parseHex("01" + "30" + "00" + "01" + "0e" + "16" + "08" + "00" + "0446494c45" + "0b"
            + "a403" + "04726f6f74" + "00" + "03" + "00" + "02433a" + "0757494e444f5753" + "0777696e2e696e69" + "dd03" + "90ca87f206"
            + "05" + DIGEST);

    /** Over the version and the fields, without their lengths. */
    private static final Bytes CHECKSUM = Sha256.of(HexFormat.of().parseHex("01" + HexFormat.of().formatHex(BLOCK).substring(6)));

    @TempDir
    Path folder;

    private Path path;

    @BeforeEach
    void createOldCase() {
        path = folder.resolve("old");
        CasePath casePath = CasePath.of(path);
        try (Connections connections = Connections.open(casePath, casePath.create())) {
            new Migrations(Migrations.standard().scripts().subList(0, 1)).create(connections);
            connections.writeDurably(connection -> Rows.update(connection, "insert into host(name) values('pc')"));
            for (String state : List.of("PARTIAL", "RUNNING")) {
                boolean ended = state.equals("PARTIAL");
                connections.writeDurably(connection -> {
                    long id = Rows.insert(connection, """
                            insert into snapshot(host_id, role, label, state, started, finished, items, hashed_bytes, gaps, digest_sha256,
                                tool_version) values(1, 'BASELINE', 'gold', ?, ?, ?, ?, ?, ?, ?, '0.1.0')""", state, Instant.EPOCH,
                            ended ? Optional.of(Instant.EPOCH) : Optional.empty(), ended ? 1 : 0, ended ? 477 : 0, ended ? 2 : 0,
                            ended ? Optional.of(Sha256.of(CHECKSUM.toArray())) : Optional.empty());
                    Rows.update(connection,
                            "insert into source(snapshot_id, number, kind, name, origin) values(?, 1, 'TREE', 'C', '/mnt')", id);
                    for (int gap = 1; gap <= 2; gap++) {
                        Rows.update(connection, "insert into gap values(?, ?, ?, 'C:', 'READ_ERROR', 'detail')", id, gap,
                                LocationFormat.encode(Location.file("C:")));
                    }
                    Rows.update(connection, "insert into item_block values(?, 0, 0, 1, ?, ?)", id,
                            LocationFormat.encode(WIN_INI.location()), CHECKSUM);
                    return Rows.update(connection, "insert into item_block_data values(?, 0, 0, ?)", id, BLOCK);
                });
            }
        }
    }

    @Test
    void aSnapshotOfAnOldCaseIsReadAndSaysThatLessIsKnown() {
        for (int round = 0; round < 2; round++) {
            try (CaseFile opened = CaseFile.open(path)) {
                Snapshot old = opened.snapshot(1);
                assertEquals(SnapshotState.PARTIAL, old.state());
                assertEquals(List.of(), old.attempts());
                assertEquals(Map.of(GapReason.READ_ERROR, 2L), old.coverage().gapsByReason());
                assertEquals(List.of(new Source(SourceKind.TREE, "C", "/mnt", Optional.empty())), old.sources());
                assertEquals(2, opened.gaps(1).size());
                assertEquals(List.of(WIN_INI), items(opened, 1));
                assertEquals(Verification.BLOCKS, opened.verify(1));
                assertEquals(Verification.BLOCKS, opened.verify(2));
            }
        }
    }

    @Test
    void anOldCaseIsBroughtUpToDateAlsoToBeRead() {
        try (CaseFile opened = CaseFile.openToRead(path)) {
            assertEquals(List.of(WIN_INI), items(opened, 1));
        }
        try (CaseFile opened = CaseFile.openToRead(path); CaseFile again = CaseFile.openToRead(path)) {
            assertEquals(List.of(WIN_INI), items(opened, 2));
            assertEquals(List.of(WIN_INI), items(again, 2));
            AssayException refused = assertThrows(AssayException.class, () -> opened.resume(2, Environment.UNKNOWN));
            assertEquals(ErrorCode.CASE_FILE, refused.code());
        }
    }

    @Test
    void anOldSnapshotThatWasKilledIsResumed() {
        Gap gap = new Gap(Location.file("C:"), GapReason.VANISHED, "");
        try (CaseFile opened = CaseFile.open(path)) {
            SnapshotWriter writer = opened.resume(2, Environment.UNKNOWN);
            assertEquals(List.of(WIN_INI), items(opened, 2));
            writer.item(WIN_INI);
            writer.gap(gap);
            Snapshot whole = writer.finish(SnapshotState.PARTIAL, Reading.NONE);
            assertEquals(1, whole.attempts().size());
            assertEquals(Map.of(GapReason.VANISHED, 1L), whole.coverage().gapsByReason());
            assertEquals(List.of(gap), opened.gaps(2));
            assertEquals(List.of(WIN_INI), items(opened, 2));
            assertEquals(Verification.ALL, opened.verify(2));
        }
    }

    private static List<Item> items(CaseFile caseFile, long snapshot) {
        try (ItemStream stream = caseFile.view(snapshot).items()) {
            List<Item> items = new ArrayList<>();
            stream.forEachRemaining(items::add);
            return items;
        }
    }
}
