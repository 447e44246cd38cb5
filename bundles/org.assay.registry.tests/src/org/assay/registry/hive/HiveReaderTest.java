package org.assay.registry.hive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.assay.registry.RegistryFiles;
import org.assay.registry.HiveHeader;
import org.assay.registry.Recording;
import org.assay.registry.RegistryException;
import org.assay.registry.RegistryException.Code;
import org.assay.registry.RegistryKey;
import org.assay.registry.RegistryProblem;
import org.assay.registry.RegistryProblem.Kind;
import org.assay.registry.RegistryType;
import org.assay.registry.RegistryValue;
import org.assay.registry.encoding.Utf16;
import org.assay.testkit.HiveBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HiveReaderTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void readsEveryKindOfRecordInEveryVersion(int minorVersion) {
        HiveBuilder builder = new HiveBuilder(minorVersion);
        builder.root().className("root class").lastWritten(132_514_764_250_000_001L);
        HiveBuilder.Key software = builder.root().key("Software").value("", RegistryType.SZ, Utf16.encode("text\0"))
                .value("\u540d", 0x2000);
        software.leaf("li").key("\u00e4\u00ff").value("four", RegistryType.DWORD, (byte) 1, (byte) 2, (byte) 3, (byte) 4);
        software.key("\u30b9\ud800").value("three", RegistryType.BINARY, (byte) 1, (byte) 2, (byte) 3);
        Recording recording = Recording.ofHive(builder.build());
        assertEquals(List.of(), recording.problems);
        assertEquals(List.of(
                new RegistryKey(List.of(), Optional.of(Instant.parse("2020-12-03T13:40:25.000000100Z")), Optional.of("root class"),
                        Optional.empty(), Set.of()),
                key("Software"),
                new RegistryValue(List.of("Software"), "", RegistryType.SZ, Utf16.encode("text\0")),
                new RegistryValue(List.of("Software"), "\u540d", 0x2000, new byte[0]),
                key("Software", "\u00e4\u00ff"),
                new RegistryValue(List.of("Software", "\u00e4\u00ff"), "four", RegistryType.DWORD, new byte[] {1, 2, 3, 4}),
                key("Software", "\u30b9\ud800"),
                new RegistryValue(List.of("Software", "\u30b9\ud800"), "three", RegistryType.BINARY, new byte[] {1, 2, 3})),
                recording.found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"li", "lf", "lh", "ri"})
    void readsEveryKindOfSubkeyList(String leaf) {
        HiveBuilder builder = new HiveBuilder(5);
        builder.root().leaf(leaf);
        for (int i = 0; i < 10; i++) {
            builder.root().key("k" + i);
        }
        Recording recording = Recording.ofHive(builder.build());
        assertEquals(List.of("", "k0", "k1", "k2", "k3", "k4", "k5", "k6", "k7", "k8", "k9"), recording.paths());
        assertEquals(List.of(), recording.problems);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 16_344, 16_345, 32_688, 32_689, 100_000})
    void readsDataOfAnySize(int size) {
        byte[] data = new byte[size];
        new Random(size).nextBytes(data);
        for (int minorVersion : new int[] {3, 4, 5, 6}) {
            HiveBuilder builder = new HiveBuilder(minorVersion);
            builder.root().value("big", RegistryType.BINARY, data);
            assertArrayEquals(data, Recording.ofHive(builder.build()).value().data());
        }
    }

    @Test
    void namesThatHideFromOtherToolsAreKept() {
        HiveBuilder builder = new HiveBuilder(5);
        List<String> names = List.of("nul\0l", "line\r\nbreak", "back\\slash", "..", "%PATH%", "\"=cmd|", "gpj.\u202eexe");
        names.forEach(name -> builder.root().key(name).value(name, RegistryType.NONE));
        Recording recording = Recording.ofHive(builder.build());
        assertEquals(names, recording.keys().stream().skip(1).map(key -> key.path().getFirst()).toList());
        assertEquals(names, recording.values().stream().map(RegistryValue::name).toList());
    }

    @Test
    void twoSubkeysOfOneNameAreBothGiven() {
        HiveBuilder builder = new HiveBuilder(5);
        builder.root().key("same").value("a", 0);
        builder.root().key("SAME").value("b", 0);
        assertEquals(List.of("", "same", "SAME"), Recording.ofHive(builder.build()).paths());
    }

    @Test
    void aPredefinedHandleHasNoValues() {
        HiveBuilder builder = new HiveBuilder(5);
        HiveBuilder.Key key = builder.root().key("performance").flags(0x40);
        byte[] hive = builder.build();
        HiveBuilder.poke(hive, key.offset() + 4 + 36, 0x8000_0004);
        assertEquals(List.of(), Recording.ofHive(hive).problems);
    }

    @Test
    void whatALayeredHiveDeletesIsReportedAsDeleted() {
        for (int minorVersion : new int[] {5, 6}) {
            HiveBuilder builder = new HiveBuilder(minorVersion);
            builder.root().key("gone").layer(1);
            HiveBuilder.Key full = builder.root().key("full").layer(0x81).value("v", 0);
            full.firstValue().flags(2);
            byte[] hive = builder.build();
            HiveBuilder.poke(hive, full.firstValue().offset() + 4 + 4, 0);
            Recording recording = Recording.ofHive(hive);
            assertEquals(minorVersion == 6, recording.found.contains(new Recording.DeletedKey(List.of("gone"))));
            assertEquals(minorVersion == 6, recording.found.contains(new Recording.DeletedValue(List.of("full"), "v")));
            assertTrue(recording.paths().contains("full"));
        }
    }

    @Test
    void aDirtyHiveIsReadAndReported() {
        byte[] hive = sample().build();
        hive[8]--;
        Recording unfinished = Recording.ofHive(HiveBuilder.seal(hive));
        assertEquals(List.of(Kind.OUTDATED), unfinished.problems.stream().map(RegistryProblem::kind).toList());
        assertTrue(unfinished.messages().contains("hive is dirty: its latest changes are in its transaction logs, and none was found"));
        hive[8]++;
        hive[508]++;
        Recording badChecksum = Recording.ofHive(hive);
        assertEquals(List.of(Kind.OUTDATED), badChecksum.problems.stream().map(RegistryProblem::kind).toList());
        assertEquals(unfinished.found, badChecksum.found);
    }

    @Test
    void aCircleOfKeysEnds() {
        HiveBuilder builder = new HiveBuilder(5);
        HiveBuilder.Key inner = builder.root().key("a").key("b");
        inner.key("c");
        byte[] hive = builder.build();
        HiveBuilder.poke(hive, inner.listOffset() + 8, builder.root().offset());
        Recording recording = Recording.ofHive(hive);
        assertEquals(List.of("", "a", "a\\b"), recording.paths());
        assertEquals(List.of(new RegistryProblem(Kind.DAMAGED, 4096L + builder.root().offset(),
                "A key overlaps a record that was read before.", List.of("a", "b"))), recording.problems);
    }

    @Test
    void aCircleOfIndexRootsEnds() {
        HiveBuilder builder = new HiveBuilder(5);
        builder.root().leaf("ri").key("a");
        byte[] hive = builder.build();
        HiveBuilder.poke(hive, builder.root().listOffset() + 8, builder.root().listOffset());
        Recording recording = Recording.ofHive(hive);
        assertEquals(List.of(""), recording.paths());
        assertEquals(2, recording.problems.size());
    }

    @Test
    void anIndexRootBelowAnIndexRootIsDamage() {
        HiveBuilder builder = new HiveBuilder(5);
        builder.root().leaf("ri").key("a").leaf("ri").key("b");
        byte[] hive = builder.build();
        HiveBuilder.poke(hive, builder.root().listOffset() + 8, builder.root().firstKey().listOffset());
        Recording recording = Recording.ofHive(hive);
        assertEquals(List.of(""), recording.paths());
        assertEquals(4096L + builder.root().firstKey().listOffset(), recording.lost().getFirst());
    }

    @Test
    void aCellBetweenTheCellsIsDamage() {
        HiveBuilder builder = new HiveBuilder(5);
        builder.root().value("v", RegistryType.BINARY, new byte[] {0, 0, 0, 0, (byte) 0xf0, -1, -1, -1, 1, 2, 3, 4, 5, 6, 7, 8});
        byte[] hive = builder.build();
        HiveBuilder.Value value = builder.root().firstValue();
        HiveBuilder.poke(hive, value.offset() + 4 + 4, 8);
        HiveBuilder.poke(hive, value.offset() + 4 + 8, value.dataOffset() + 8);
        assertEquals(1, Recording.ofHive(hive.clone()).values().size());
        HiveBuilder.poke(hive, value.offset() + 4 + 8, value.dataOffset() + 4);
        Recording recording = Recording.ofHive(hive);
        assertEquals(List.of(), recording.values());
        assertEquals(List.of(4096L + value.dataOffset() + 4), recording.lost());
    }

    @Test
    void aListSharedByTwoKeysIsReadForTheFirst() {
        HiveBuilder builder = new HiveBuilder(5);
        HiveBuilder.Key first = builder.root().key("a").value("v", 0);
        HiveBuilder.Key second = builder.root().key("b").value("w", 0);
        byte[] hive = builder.build();
        HiveBuilder.poke(hive, second.offset() + 4 + 40, first.valueListOffset());
        Recording recording = Recording.ofHive(hive);
        assertEquals("v", recording.value().name());
        assertEquals(List.of("b"), recording.problems.getFirst().path());
    }

    @Test
    void depthIsBoundedAndReported() {
        HiveBuilder builder = new HiveBuilder(5);
        HiveBuilder.Key key = builder.root();
        for (int i = 0; i < 600; i++) {
            key = key.key("d");
        }
        Recording recording = Recording.ofHive(builder.build());
        assertEquals(513, recording.keys().size());
        assertEquals(1, recording.problems.size());
        assertEquals(512, recording.problems.getFirst().path().size());
    }

    @Test
    void aFreedKeyIsMissingAndReported() {
        HiveBuilder builder = sample();
        HiveBuilder.Key child = builder.root().firstKey();
        byte[] hive = builder.build();
        HiveBuilder.poke(hive, child.offset(), -HiveBuilder.peek(hive, child.offset()));
        Recording recording = Recording.ofHive(hive);
        assertEquals(List.of("", "two"), recording.paths());
        assertEquals(List.of(4096L + child.offset()), recording.lost());
    }

    @Test
    void claimsBeyondTheFileAreDamageAndCostNothing() {
        for (int claim : new int[] {0x7fff_ffff, 0x1000_0000, 0x8000_0005, 100}) {
            HiveBuilder builder = sample();
            byte[] hive = builder.build();
            HiveBuilder.Value value = builder.root().firstKey().firstValue();
            HiveBuilder.poke(hive, value.offset() + 4 + 4, claim);
            Recording recording = Recording.ofHive(hive);
            assertEquals(1, recording.values().size());
            assertEquals(1, recording.problems.size());
            assertTrue(recording.messages().contains("\"v\""), recording.messages());
            assertEquals(List.of("one"), recording.problems.getFirst().path());
        }
    }

    @Test
    void countsBeyondTheCellAreDamageAndTheRestIsRead() {
        HiveBuilder builder = sample();
        byte[] hive = builder.build();
        HiveBuilder.poke(hive, builder.root().offset() + 4 + 20, 70_000);
        HiveBuilder.poke(hive, builder.root().firstKey().offset() + 4 + 36, -1);
        Recording recording = Recording.ofHive(hive);
        assertEquals(List.of("", "one", "two"), recording.paths());
        assertEquals(2, recording.values().size());
        assertTrue(recording.messages().contains("claims to have 70000 subkeys, but 2 were found"), recording.messages());
        assertTrue(recording.messages().contains("claims 4294967295 elements"), recording.messages());
    }

    @Test
    void segmentsThatAreShortOrFewAreDamage() {
        HiveBuilder builder = new HiveBuilder(5);
        builder.root().value("big", RegistryType.BINARY, new byte[40_000]);
        byte[] sound = builder.build();
        int head = builder.root().firstValue().dataOffset();
        byte[] few = sound.clone();
        few[4096 + head + 4 + 2] = 2;
        byte[] unmarked = sound.clone();
        unmarked[4096 + head + 4] = 'x';
        byte[] shortSegment = sound.clone();
        HiveBuilder.poke(shortSegment, HiveBuilder.peek(sound, HiveBuilder.peek(sound, head + 8) + 4), -16);
        byte[] sameSegment = sound.clone();
        int list = HiveBuilder.peek(sound, head + 8);
        HiveBuilder.poke(sameSegment, list + 8, HiveBuilder.peek(sound, list + 4));
        for (byte[] hive : List.of(few, unmarked, shortSegment, sameSegment)) {
            Recording recording = Recording.ofHive(hive);
            assertEquals(List.of(), recording.values());
            assertEquals(1, recording.problems.size());
        }
    }

    @Test
    void aMissingRootIsReported() {
        byte[] hive = sample().build();
        HiveBuilder.poke(hive, 32 + 4, 0);
        Recording recording = Recording.ofHive(hive);
        assertEquals(List.of(), recording.found);
        assertEquals(List.of(4096L + 32), recording.lost());
    }

    @Test
    void anInvalidBinIsReportedAndItsCellsAreRead() {
        byte[] hive = sample().build();
        hive[4096] = 'x';
        Recording recording = Recording.ofHive(hive);
        assertEquals(3, recording.keys().size());
        assertEquals(List.of(4096L), recording.lost());
    }

    @Test
    void aBinThatReachesBeyondTheOthersIsReported() {
        byte[] hive = sample().build();
        HiveBuilder.poke(hive, 8, 8192);
        assertEquals(List.of(4096L), Recording.ofHive(hive).lost());
    }

    @Test
    void checksumsThatWouldBeZeroOrAllOnesAreStoredOtherwise() {
        for (int target : new int[] {0, -1}) {
            byte[] hive = sample().build();
            ByteBuffer header = ByteBuffer.wrap(hive).order(ByteOrder.LITTLE_ENDIAN);
            header.putInt(112, header.getInt(508) ^ target).putInt(508, target == 0 ? 1 : -2);
            assertEquals(List.of(), Recording.ofHive(hive).problems);
        }
    }

    @Test
    void aTruncatedHiveIsReadAsFarAsItGoes() {
        HiveBuilder builder = new HiveBuilder(5);
        builder.root().value("big", RegistryType.BINARY, new byte[10_000]).key("k");
        byte[] hive = builder.build();
        Recording recording = Recording.ofHive(Arrays.copyOf(hive, 8192));
        assertEquals(2, recording.keys().size());
        assertEquals(List.of(), recording.values());
        assertFalse(recording.lost().isEmpty());
    }

    @Test
    void theHeaderSaysWhichHiveItIs() throws IOException {
        Path file = Files.write(folder.resolve("hive"), sample().build());
        HiveHeader header = RegistryFiles.header(file);
        assertEquals("\\??\\C:\\Users\\x\\ntuser.dat", header.fileName());
        assertEquals(5, header.minorVersion());
        assertEquals(7, header.primarySequence());
        assertFalse(header.dirty());
        Recording recording = new Recording();
        RegistryFiles.read(new HiveReader(), file, recording);
        assertEquals(List.of("", "one", "two"), recording.paths());
    }

    @Test
    void refusesWhatIsNoHive() throws IOException {
        byte[] log = sample().build();
        log[28] = 6;
        for (byte[] content : List.of(new byte[0], "regf".getBytes(), new byte[8192], Arrays.copyOf(sample().build(), 4095), log,
                Arrays.copyOf(log, 512))) {
            Path file = Files.write(folder.resolve("not a\nhive"), content);
            RegistryException failure = assertThrows(RegistryException.class,
                    () -> RegistryFiles.read(new HiveReader(), file, new Recording()));
            assertEquals(Code.NOT_A_HIVE, failure.code());
            assertTrue(failure.getMessage().contains("not a\\u000ahive"), failure.getMessage());
            assertThrows(RegistryException.class, () -> RegistryFiles.header(file));
        }
    }

    private static HiveBuilder sample() {
        HiveBuilder builder = new HiveBuilder(5);
        builder.root().key("one").value("v", RegistryType.BINARY, new byte[20]).value("w", RegistryType.SZ, Utf16.encode("text\0"));
        builder.root().key("two");
        return builder;
    }

    private static RegistryKey key(String... path) {
        return new RegistryKey(List.of(path), Optional.empty(), Optional.empty(), Optional.empty(), Set.of());
    }
}
