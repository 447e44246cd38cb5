package org.assay.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

class ChangeFingerprintTest {

    private static final Instant TIME = Instant.parse("2000-05-04T10:00:00.000000001Z");
    private static final Bytes DIGEST = Bytes.ofHex("00".repeat(32));
    private static final Location PLACE = Location.file("", "a", "b");
    private static final FileItem FILE = file(PLACE, 5, TIME, Optional.of(0644), Optional.of("ab"), Optional.of("c"), Optional.of(DIGEST));

    private static FileItem file(Location place, long size, Instant modified, Optional<Integer> mode, Optional<String> owner,
            Optional<String> group, Optional<Bytes> sha256) {
        return new FileItem(place, FileKind.FILE, size, FileTimes.modifiedAt(modified), mode, owner, group, sha256, Optional.empty(),
                FileDetails.NONE);
    }

    private static FileItem special(FileKind kind, long size, Instant modified, Optional<String> target) {
        return new FileItem(PLACE, kind, size, FileTimes.modifiedAt(modified), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), target, FileDetails.NONE);
    }

    private static Bytes added(Item item) {
        return of(1, ChangeKind.ADDED, Optional.empty(), Optional.of(item), List.of());
    }

    private static Bytes of(int number, ChangeKind kind, Optional<Item> before, Optional<Item> after, List<Finding> findings) {
        return ChangeFingerprint.of(new Change(number, kind, before, after, Set.of(), findings));
    }

    @Test
    void isOneDigestForOneDecision() {
        Bytes fingerprint = added(FILE);
        assertEquals(32, fingerprint.length());
        assertEquals(fingerprint, added(FILE));
        Finding finding = new Finding("new-executable", Severity.HIGH, "It is new.");
        assertEquals(fingerprint, of(77, ChangeKind.ADDED, Optional.empty(), Optional.of(FILE), List.of(finding)));
    }

    @Test
    void everythingThatIsComparedCounts() {
        Map<Bytes, String> seen = new HashMap<>();
        put(seen, "same", added(FILE));
        put(seen, "removed", of(1, ChangeKind.REMOVED, Optional.of(FILE), Optional.empty(), List.of()));
        put(seen, "modified", of(1, ChangeKind.MODIFIED, Optional.of(FILE), Optional.of(FILE), List.of()));
        put(seen, "moved", of(1, ChangeKind.MOVED, Optional.of(FILE), Optional.of(FILE), List.of()));
        put(seen, "place", added(file(Location.file("", "a", "B"), 5, TIME, FILE.mode(), FILE.owner(), FILE.group(), FILE.sha256())));
        put(seen, "size", added(file(PLACE, 6, TIME, FILE.mode(), FILE.owner(), FILE.group(), FILE.sha256())));
        put(seen, "time", added(file(PLACE, 5, TIME.plusNanos(1), FILE.mode(), FILE.owner(), FILE.group(), FILE.sha256())));
        put(seen, "mode", added(file(PLACE, 5, TIME, Optional.of(0645), FILE.owner(), FILE.group(), FILE.sha256())));
        put(seen, "no mode", added(file(PLACE, 5, TIME, Optional.empty(), FILE.owner(), FILE.group(), FILE.sha256())));
        put(seen, "owner", added(file(PLACE, 5, TIME, FILE.mode(), Optional.of("x"), FILE.group(), FILE.sha256())));
        put(seen, "group", added(file(PLACE, 5, TIME, FILE.mode(), FILE.owner(), Optional.of("x"), FILE.sha256())));
        Optional<Bytes> otherDigest = Optional.of(Bytes.ofHex("01".repeat(32)));
        put(seen, "digest", added(file(PLACE, 5, TIME, FILE.mode(), FILE.owner(), FILE.group(), otherDigest)));
        put(seen, "no digest", added(file(PLACE, 5, TIME, FILE.mode(), FILE.owner(), FILE.group(), Optional.empty())));
        put(seen, "kind", added(special(FileKind.FIFO, 5, TIME, Optional.empty())));
        put(seen, "other kind", added(special(FileKind.SOCKET, 5, TIME, Optional.empty())));
        put(seen, "target", added(special(FileKind.LINK, 5, TIME, Optional.of("x"))));
        put(seen, "other target", added(special(FileKind.LINK, 5, TIME, Optional.of("\udcff"))));
    }

    @Test
    void fieldsAreKeptApart() {
        Map<Bytes, String> seen = new HashMap<>();
        put(seen, "ab, c", added(file(PLACE, 5, TIME, FILE.mode(), Optional.of("ab"), Optional.of("c"), FILE.sha256())));
        put(seen, "a, bc", added(file(PLACE, 5, TIME, FILE.mode(), Optional.of("a"), Optional.of("bc"), FILE.sha256())));
        put(seen, "abc", added(file(PLACE, 5, TIME, FILE.mode(), Optional.of("abc"), Optional.of(""), FILE.sha256())));
        put(seen, "a/b", added(new KeyItem(Location.key("a", "b"), Optional.empty(), Optional.empty(), Optional.empty(), false)));
        put(seen, "ab", added(new KeyItem(Location.key("ab"), Optional.empty(), Optional.empty(), Optional.empty(), false)));
        put(seen, "a, class b", added(new KeyItem(Location.key("a"), Optional.empty(), Optional.of("b"), Optional.empty(), false)));
        put(seen, "value", added(new ValueItem(Location.key("a").value("b"), 1, Bytes.EMPTY)));
        put(seen, "type", added(new ValueItem(Location.key("a").value("b"), 2, Bytes.EMPTY)));
        put(seen, "data", added(new ValueItem(Location.key("a").value("b"), 1, Bytes.ofHex("00"))));
        put(seen, "more data", added(new ValueItem(Location.key("a").value("b"), 1, Bytes.ofHex("0000"))));
        put(seen, "tree a", added(special(FileKind.LINK, 5, TIME, Optional.of("ab"))));
    }

    @Test
    void depthDoesNotRunIntoWhatFollows() {
        KeyItem classed = new KeyItem(Location.key("A", "B"), Optional.empty(), Optional.of(""), Optional.empty(), false);
        KeyItem shallow = new KeyItem(Location.key("A"), Optional.empty(), Optional.of("B"), Optional.empty(), false);
        assertNotEquals(added(classed), added(shallow));
        ValueItem deep = new ValueItem(Location.key("A", "B").value("\0\b"), 0x01020304, Bytes.EMPTY);
        ValueItem flat = new ValueItem(Location.key("A").value("B"), 2, Bytes.ofHex("0102030400000000"));
        assertNotEquals(added(deep), added(flat));
    }

    @Test
    void whatIsNotComparedDoesNotCount() {
        assertEquals(added(special(FileKind.DIRECTORY, 4096, TIME, Optional.empty())),
                added(special(FileKind.DIRECTORY, 8192, TIME.plusSeconds(1), Optional.empty())));
        assertEquals(added(new KeyItem(Location.key("HKLM", "Run"), Optional.of(TIME), Optional.empty(), Optional.empty(), false)),
                added(new KeyItem(Location.key("hklm", "RUN"), Optional.empty(), Optional.empty(), Optional.empty(), false)));
        assertEquals(added(new ValueItem(Location.key("HKLM").value("é"), 1, DIGEST)),
                added(new ValueItem(Location.key("HKLM").value("É"), 1, DIGEST)));
    }

    private static void put(Map<Bytes, String> seen, String what, Bytes fingerprint) {
        assertEquals(Optional.empty(), Optional.ofNullable(seen.put(fingerprint, what)), what);
    }
}
