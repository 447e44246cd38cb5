package org.assay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.assay.model.AssayException;
import org.assay.model.Location;
import org.assay.model.casefile.CaseWait;
import org.assay.model.change.ComparisonBasis;
import org.assay.model.change.Decision;
import org.assay.model.change.Tag;
import org.assay.model.custody.CustodyAction;
import org.assay.model.custody.CustodyEntry;
import org.assay.model.custody.LogHead;
import org.assay.model.custody.Operator;
import org.assay.model.snapshot.Environment;
import org.assay.model.snapshot.Reading;
import org.assay.model.snapshot.Role;
import org.assay.model.snapshot.SnapshotState;
import org.assay.model.text.Sha256;
import org.assay.store.database.CasePath;
import org.assay.store.database.Connections;
import org.assay.store.digest.CaseDigests;
import org.assay.store.schema.CaseSchema;
import org.assay.testkit.OldCases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to a case stands in its custody log, and what is altered past Assay does not fit it. */
class CustodyLogTest {

    private static final Operator ANN = new Operator("ann", "forensics", "Ann \u202e Example");

    private static final Tag TAG = new Tag("pc", Location.file("C:", "a"), Sha256.of(), Decision.REPAIR, "", "ann", Instant.EPOCH);

    @TempDir
    Path folder;

    private Path path;

    @BeforeEach
    void doAllThereIs() {
        try (CaseFile made = CaseFile.create(folder.resolve("case"), ANN)) {
            path = made.file();
            capture(made, SnapshotState.COMPLETE);
            capture(made, SnapshotState.CANCELLED);
        }
        try (CaseFile opened = CaseFile.open(path, CaseWait.NONE, Operator.UNKNOWN)) {
            opened.resume(2, Environment.UNKNOWN).finish(SnapshotState.PARTIAL, Reading.NONE);
            opened.saveComparison(1, 2, ComparisonBasis.USUAL, List.of(), List.of());
            opened.saveComparison(1, 2, ComparisonBasis.USUAL, List.of(), List.of());
            opened.saveTags(List.of(TAG));
            opened.removeTags(List.of(TAG));
            opened.custody().exported(1, Sha256.of(), "to a folder");
            opened.custody().verified(Optional.of(Sha256.of()), "verified");
        }
    }

    private static void capture(CaseFile opened, SnapshotState state) {
        opened.newSnapshot("pc", Role.BASELINE, "", List.of(), Environment.UNKNOWN, List.of()).finish(state, Reading.NONE);
    }

    @Test
    void everythingThatWasDoneStandsInItWithWhoDidIt() {
        try (CaseFile opened = CaseFile.openToRead(path)) {
            List<CustodyEntry> entries = opened.custody().entries();
            assertEquals(List.of("CREATED case", "CAPTURE_BEGUN snapshot 1", "CAPTURED snapshot 1", "CAPTURE_BEGUN snapshot 2",
                    "CAPTURED snapshot 2", "OPENED case", "RESUMED snapshot 2", "CAPTURED snapshot 2", "COMPARED comparison 1",
                    "COMPARED comparison 1", "TAGGED tags", "UNTAGGED tags", "EXPORTED export 1", "VERIFIED case"),
                    entries.stream().map(entry -> entry.action() + " " + entry.subject().text()).toList());
            assertEquals(ANN, entries.getFirst().operator());
            assertEquals(Operator.UNKNOWN, entries.getLast().operator());
            assertEquals("1 REPAIR", entries.get(10).result());
            LogHead head = opened.custody().verify();
            assertEquals(new LogHead(14, entries.getLast().sha256()), head);
        }
    }

    @Test
    void anOpeningThatChangesNothingLeavesNoTrace() {
        CaseFile.open(path).close();
        try (CaseFile opened = CaseFile.openToRead(path)) {
            assertEquals(14, opened.custody().head().entries());
        }
    }

    @Test
    void eachEntryHoldsTheOneBefore() {
        try (CaseFile opened = CaseFile.openToRead(path)) {
            List<CustodyEntry> entries = opened.custody().entries();
            for (int at = 1; at < entries.size(); at++) {
                assertEquals(entries.get(at - 1).sha256(), entries.get(at).previous());
            }
        }
    }

    /** As a stranger makes it who has the page on the format alone. */
    @Test
    void theDigestOfAnEntryIsOverItsLine() {
        try (CaseFile opened = CaseFile.openToRead(path)) {
            CustodyEntry entry = opened.custody().entries().get(10);
            String line = "{\"table\":\"custody_entry\",\"number\":11,\"written\":\"" + nine(entry.written())
                    + "\",\"action\":\"TAGGED\",\"subject\":\"TAGS\",\"subject_id\":null,\"subject_sha256\":\""
                    + entry.subject().sha256().orElseThrow().hex() + "\",\"result\":\"1 REPAIR\",\"user_name\":\"\",\"machine\":\"\","
                    + "\"examiner\":\"\",\"tool_version\":\"" + entry.toolVersion() + "\",\"previous_sha256\":\"" + entry.previous().hex()
                    + "\"}\n";
            assertEquals(entry.sha256(), Sha256.of(line.getBytes(StandardCharsets.US_ASCII)));
        }
    }

    private static String nine(Instant time) {
        return "%s.%09dZ".formatted(time.toString().substring(0, 19), time.getNano());
    }

    @Test
    void anEntryThatWasAlteredOrIsMissingIsNamed() throws IOException {
        requireNamed("entry 5 of the custody log", "update custody_entry set result = 'nothing' where number = 5");
        requireNamed("entry 3 of the custody log", "delete from custody_entry where number = 3");
        requireNamed("the custody log ends with entry 13 where entry 14 was the last", "delete from custody_entry where number = 14");
    }

    /** What is stored and the log do not fit, though all digests were made anew: the sentence names the entry. */
    @Test
    void whatIsStoredOtherwiseThanItsEntrySaysIsNamedThoughTheDigestsFit() {
        digested("update snapshot set label = 'another' where id = 1");
        assertNamed("entry 3 of the custody log (captured) does not fit: snapshot 1 is not what it was then");
        digested("update snapshot set label = '' where id = 1", "delete from change_count", "delete from comparison");
        assertNamed("entry 10 of the custody log (compared) does not fit: comparison 1 is not there any more");
    }

    @Test
    void whatNoEntryKnowsIsNamed() {
        digested("insert into comparison(baseline_id, suspect_id, compared, gaps, tool_version) select baseline_id, suspect_id, compared,"
                + " gaps, tool_version from comparison");
        assertNamed("no entry of the custody log tells of comparison 2");
    }

    @Test
    void anOlderCaseBeginsALogThatSaysSoAndNamesWhatIsInIt() {
        for (int version : OldCases.versions()) {
            try (CaseFile opened = CaseFile.open(OldCases.copy(version, folder), CaseWait.NONE, ANN)) {
                if (version >= 8) {
                    continue;
                }
                List<CustodyEntry> entries = opened.custody().entries();
                assertEquals(CustodyAction.BEGUN, entries.getFirst().action());
                assertTrue(entries.stream().skip(1).allMatch(entry -> entry.action() == CustodyAction.FOUND), entries.toString());
                assertEquals(1, entries.stream().filter(entry -> entry.subject().text().equals("tags")).count());
                opened.custody().verify();
                opened.saveTags(List.of(TAG));
                opened.custody().verify();
            }
        }
    }

    @Test
    void ofATransactionThatFailsNothingStandsInIt() {
        try (CaseFile opened = CaseFile.open(path)) {
            assertThrows(AssayException.class, () -> opened.saveTags(List.of(new Tag("x".repeat(70_000), TAG.location(), TAG.fingerprint(),
                    TAG.decision(), "", "", Instant.EPOCH))));
            assertEquals(14, opened.custody().head().entries());
            opened.saveTags(List.of(TAG));
            assertEquals(16, opened.custody().verify().entries());
        }
    }

    /** What was altered in a copy. */
    private void requireNamed(String named, String statement) throws IOException {
        byte[] whole = Files.readAllBytes(path);
        try (Connections connections = connections()) {
            connections.write(connection -> connection.createStatement().execute(statement));
        }
        assertNamed(named);
        Files.write(path, whole);
    }

    private void assertNamed(String named) {
        String found = assertThrows(AssayException.class, () -> {
            try (CaseFile opened = CaseFile.openToRead(path)) {
                opened.custody().verify();
            }
        }).getMessage();
        assertTrue(found.contains(named), found);
    }

    /** Alters the case as one who makes its digests anew, but not the log. */
    private void digested(String... statements) {
        CaseDigests digests = new CaseDigests();
        try (Connections connections = connections().beforeCommit(digests::keep)) {
            connections.write(connection -> {
                for (String statement : statements) {
                    connection.createStatement().execute(statement);
                }
                return true;
            });
        }
    }

    private Connections connections() {
        CasePath casePath = CasePath.of(path);
        return Connections.open(casePath, casePath.existing(), CaseSchema.standard(), CaseWait.NONE);
    }
}
