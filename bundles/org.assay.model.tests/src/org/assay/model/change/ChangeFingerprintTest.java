package org.assay.model.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.assay.model.Location;
import org.assay.model.Severity;
import org.assay.model.field.Attribute;
import org.assay.model.field.ItemFields;
import org.assay.model.item.DigestAlgorithm;
import org.assay.model.item.FileDetails;
import org.assay.model.item.FileFlag;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.FileTimes;
import org.assay.model.item.Inode;
import org.assay.model.item.Item;
import org.assay.model.item.KeyItem;
import org.assay.model.item.Untold;
import org.assay.model.item.ValueItem;
import org.assay.model.text.Bytes;
import org.assay.model.text.Space;
import org.assay.testkit.ItemPair;
import org.junit.jupiter.api.Test;

class ChangeFingerprintTest {

    private static final Sameness EXACT = new Sameness(CommonScope.ofEverything());
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
        Set<Attribute> differing = before.isPresent() && after.isPresent() ? ItemFields.differing(before.get(), after.get()) : Set.of();
        return ChangeFingerprint.of(Change.of(number, kind, before, after, differing, findings), EXACT);
    }

    @Test
    void isOneDigestForOneDecision() {
        Bytes fingerprint = added(FILE);
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
        put(seen, "place", added(file(Location.file("", "a", "c"), 5, TIME, FILE.mode(), FILE.owner(), FILE.group(), FILE.sha256())));
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

    /** What may meet has one digest; whether it does, the place that stands beside it says. */
    @Test
    void aTagOnANameDoesNotHoldForOneInAnotherCase() {
        FileItem shouted = file(Location.file("", "a", "B"), 5, TIME, FILE.mode(), FILE.owner(), FILE.group(), FILE.sha256());
        Change quiet = Change.of(1, ChangeKind.ADDED, Optional.empty(), Optional.of(FILE), Set.of(), List.of());
        Change loud = Change.of(1, ChangeKind.ADDED, Optional.empty(), Optional.of(shouted), Set.of(), List.of());
        Tag tag = new Tag("pc", PLACE, ChangeFingerprint.of(quiet, EXACT), Decision.ACCEPT, "", "ann", TIME);
        assertEquals(Optional.of(tag), new HeldTags(List.of(tag), EXACT).of(quiet));
        assertEquals(Optional.empty(), new HeldTags(List.of(tag), EXACT).of(loud));
    }

    /** A list of another tool tells MD5 only; whether the content differs that says then. */
    @Test
    void contentCountsWhereOneSideTellsNoSha256() {
        Map<Bytes, String> seen = new HashMap<>();
        for (String was : List.of("01", "02")) {
            FileDetails digests = FileDetails.NONE.withContent(Map.of(DigestAlgorithm.MD5, Bytes.ofHex(was.repeat(16))),
                    Optional.empty(), Optional.empty());
            FileItem listed = file(PLACE, 5, TIME, FILE.mode(), FILE.owner(), FILE.group(), Optional.empty())
                    .with(digests.withUntold(EnumSet.of(Untold.CONTENT)));
            put(seen, "added, " + was, added(listed));
            for (String is : List.of("03", "04")) {
                FileItem read = file(PLACE, 5, TIME, FILE.mode(), FILE.owner(), FILE.group(), Optional.of(Bytes.ofHex(is.repeat(32))));
                put(seen, was + " to " + is, ChangeFingerprint.of(Change.of(1, ChangeKind.MODIFIED, Optional.of(listed), Optional.of(read),
                        EnumSet.of(Attribute.CONTENT), List.of()), EXACT));
            }
        }
    }

    @Test
    void anythingElseBehindTheDigestHoldsForNothing() {
        Change change = Change.of(1, ChangeKind.ADDED, Optional.empty(), Optional.of(FILE), Set.of(), List.of());
        byte[] whole = ChangeFingerprint.of(change, EXACT).toArray();
        for (int length = 0; length <= whole.length + 1; length++) {
            Bytes stored = Bytes.copyOf(Arrays.copyOf(whole, length));
            Tag tag = new Tag("pc", PLACE, stored, Decision.ACCEPT, "", "ann", TIME);
            assertEquals(length == whole.length, new HeldTags(List.of(tag), EXACT).of(change).isPresent(), "of " + length + " bytes");
        }
    }

    @Test
    void fieldsAreKeptApart() {
        Map<Bytes, String> seen = new HashMap<>();
        put(seen, "ab, c", added(file(PLACE, 5, TIME, FILE.mode(), Optional.of("ab"), Optional.of("c"), FILE.sha256())));
        put(seen, "a, bc", added(file(PLACE, 5, TIME, FILE.mode(), Optional.of("a"), Optional.of("bc"), FILE.sha256())));
        put(seen, "abc", added(file(PLACE, 5, TIME, FILE.mode(), Optional.of("abc"), Optional.of(""), FILE.sha256())));
        put(seen, "a/b", added(KeyItem.of(Location.key("a", "b"), Optional.empty(), Optional.empty(), Optional.empty(), false)));
        put(seen, "ab", added(KeyItem.of(Location.key("ab"), Optional.empty(), Optional.empty(), Optional.empty(), false)));
        put(seen, "a, class b", added(KeyItem.of(Location.key("a"), Optional.empty(), Optional.of("b"), Optional.empty(), false)));
        put(seen, "value", added(new ValueItem(Location.key("a").value("b"), 1, Bytes.EMPTY)));
        put(seen, "type", added(new ValueItem(Location.key("a").value("b"), 2, Bytes.EMPTY)));
        put(seen, "data", added(new ValueItem(Location.key("a").value("b"), 1, Bytes.ofHex("00"))));
        put(seen, "more data", added(new ValueItem(Location.key("a").value("b"), 1, Bytes.ofHex("0000"))));
        put(seen, "tree a", added(special(FileKind.LINK, 5, TIME, Optional.of("ab"))));
    }

    @Test
    void depthDoesNotRunIntoWhatFollows() {
        KeyItem classed = KeyItem.of(Location.key("A", "B"), Optional.empty(), Optional.of(""), Optional.empty(), false);
        KeyItem shallow = KeyItem.of(Location.key("A"), Optional.empty(), Optional.of("B"), Optional.empty(), false);
        assertNotEquals(added(classed), added(shallow));
        ValueItem deep = new ValueItem(Location.key("A", "B").value("\0\b"), 0x01020304, Bytes.EMPTY);
        ValueItem flat = new ValueItem(Location.key("A").value("B"), 2, Bytes.ofHex("0102030400000000"));
        assertNotEquals(added(deep), added(flat));
    }

    @Test
    void whatIsNotComparedDoesNotCount() {
        assertEquals(added(special(FileKind.DIRECTORY, 4096, TIME, Optional.empty())),
                added(special(FileKind.DIRECTORY, 8192, TIME.plusSeconds(1), Optional.empty())));
        assertEquals(added(KeyItem.of(Location.key("HKLM", "Run"), Optional.of(TIME), Optional.empty(), Optional.empty(), false)),
                added(KeyItem.of(Location.key("hklm", "RUN"), Optional.empty(), Optional.empty(), Optional.empty(), false)));
        assertEquals(added(new ValueItem(Location.key("HKLM").value("é"), 1, DIGEST)),
                added(new ValueItem(Location.key("HKLM").value("É"), 1, DIGEST)));
    }

    private static void put(Map<Bytes, String> seen, String what, Bytes fingerprint) {
        assertEquals(Optional.empty(), Optional.ofNullable(seen.put(fingerprint, what)), what);
    }

    /**
     * By construction; this fails when somebody makes one of the two otherwise. What a source does not tell is no field like the others: it
     * says which of them are compared.
     */
    @Test
    void aTagHoldsByWhatIsCompared() {
        for (ItemPair pair : ItemPair.all().stream().filter(one -> !one.component().contains(" untold")).toList()) {
            boolean same = ItemFields.differing(pair.one(), pair.other()).isEmpty();
            assertEquals(same, added(pair.one()).equals(added(pair.other())), pair.component());
            assertEquals(same, modified(pair.one(), pair.one()).equals(modified(pair.one(), pair.other())), pair.component());
        }
    }

    @Test
    void touchedLinksAndSpecialFilesAndWrittenStreamsKeepTheirTags() {
        for (FileKind kind : List.of(FileKind.LINK, FileKind.FIFO, FileKind.SOCKET, FileKind.STREAM, FileKind.CHARACTER_DEVICE)) {
            assertEquals(added(special(kind, 5, TIME, Optional.of("x"))), added(special(kind, 5, TIME.plusSeconds(9), Optional.of("x"))));
        }
    }

    @Test
    void whatTheOtherSideDoesNotKeepIsLeftOut() {
        FileItem plain = file(PLACE, 5, TIME, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(DIGEST));
        FileItem owned = file(PLACE, 6, TIME, Optional.of(0644), Optional.of("ann"), Optional.of("c"), Optional.of(DIGEST));
        FileItem other = file(PLACE, 6, TIME, Optional.of(0600), Optional.of("eve"), Optional.of("d"), Optional.of(DIGEST));
        assertEquals(modified(plain, owned), modified(plain, other));
        assertNotEquals(modified(FILE, owned), modified(FILE, other));
        assertNotEquals(modified(FILE, special(FileKind.LINK, 1, TIME, Optional.of("a"))),
                modified(FILE, special(FileKind.LINK, 1, TIME, Optional.of("b"))), "the target of a file that became a link");
    }

    private static Bytes modified(Item before, Item after) {
        return of(1, ChangeKind.MODIFIED, Optional.of(before), Optional.of(after), List.of());
    }

    /** The fingerprints that the last build with version 1 gave. */
    @Test
    void versionOneIsAsItWas() {
        Instant time = Instant.parse("2000-05-04T12:00:00.000000005Z");
        FileItem file = new FileItem(Location.file("C:", "a", "\udcffb"), FileKind.FILE, 5, FileTimes.modifiedAt(time), Optional.of(04755),
                Optional.of("root"), Optional.empty(), Optional.of(Bytes.ofHex("ab".repeat(32))), Optional.empty(),
                FileDetails.of(Optional.of(new Inode(1, 2, 3, 4096, 0, 0)),
                        EnumSet.of(FileFlag.HIDDEN, FileFlag.IMMUTABLE, FileFlag.ARCHIVE),
                        new TreeMap<>(Map.of("user.x", Bytes.ofHex("00"))), Map.of(), Optional.empty(), Optional.empty()));
        FileItem link = new FileItem(Location.file("C:", "l"), FileKind.LINK, 3, FileTimes.modifiedAt(time), Optional.empty(),
                Optional.empty(), Optional.of("g"), Optional.empty(), Optional.of("../x"), FileDetails.NONE);
        FileItem folder = new FileItem(Location.file("C:", "l"), FileKind.DIRECTORY, 3, FileTimes.modifiedAt(time), Optional.of(0755),
                Optional.empty(), Optional.of("g"), Optional.empty(), Optional.empty(), FileDetails.NONE);
        FileItem stream = new FileItem(new Location(Space.STREAM, List.of("C:", "l", "s")), FileKind.STREAM, 3,
                FileTimes.modifiedAt(time), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                FileDetails.NONE);
        KeyItem key = KeyItem.of(Location.key("HKLM", "Run\u00e9"), Optional.of(time), Optional.of("c"), Optional.of(Bytes.ofHex("01")),
                true);
        ValueItem value = new ValueItem(Location.key("HKLM", "Run").value("v"), -1, Bytes.ofHex("0102"));
        assertOld("1b603ac838d0a1d45a6101580c823050b2d7c7050c2195dcfae353571b4d1c35", ChangeKind.ADDED, null, file);
        assertOld("977aa35d47e36529ec5a86472b1a0af13202a1e3da1056d610f34e3c6f58e25d", ChangeKind.MODIFIED, folder, link);
        assertOld("df0580c40e5bb19eef890b13f425e8d36ed76364c88b613458d789c9a412a4cd", ChangeKind.MOVED, link, file);
        assertOld("7f9f32f1ee7d30d04581b58cffe3ef038149ba7a102c5bf7e613aba8ba997c3f", ChangeKind.REMOVED, stream, null);
        assertOld("3f49d43de7bfd684734c85abcf8ff721180d5fd1c8f0deeb0ea56d2498be53bf", ChangeKind.REMOVED, key, null);
        assertOld("6b603e6df0f121e7f6ab9b372c2fb4b730e3a951a4ce2d061f3027809a8b1d84", ChangeKind.ADDED, null, value);
    }

    private static void assertOld(String fingerprint, ChangeKind kind, Item before, Item after) {
        Change change = Change.of(1, kind, Optional.ofNullable(before), Optional.ofNullable(after), Set.of(), List.of());
        assertEquals(Bytes.ofHex(fingerprint), OldFingerprint.all(change).get(1));
    }
}
