package org.assay.registry.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.assay.registry.ByteSource;
import org.assay.registry.RegistryFiles;
import org.assay.registry.HiveLog;
import org.assay.registry.HiveRecovery;
import org.assay.registry.Recording;
import org.assay.registry.RegistryProblem;
import org.assay.registry.RegistryProblem.Kind;
import org.assay.registry.RegistryType;
import org.assay.registry.hive.HiveReader;
import org.assay.testkit.HiveBuilder;
import org.assay.testkit.HiveLogBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HiveReplayTest {

    @TempDir
    private Path folder;

    private HiveRecovery recovery;

    @ParameterizedTest
    @ValueSource(ints = {5, 0x7fff_ffff, -2, -1})
    void entriesThatFollowOneAnotherAreApplied(int sequence) {
        Recording recording = replay(HiveLogBuilder.dirty(state(1), sequence), Map.of("x.LOG1", log(sequence, 1, 2, 3, 4)));
        assertGives(state(4), recording);
        assertEquals(new HiveLog.Applied("x.LOG1", Integer.toUnsignedLong(sequence), Integer.toUnsignedLong(sequence + 2), 3, 3,
                Optional.empty()), recovery.applied().getFirst());
    }

    @Test
    void theSecondLogGoesOnWhereTheFirstEndedWhateverTheirNames() {
        for (int sequence : new int[] {5, -1}) {
            Map<String, byte[]> logs = new LinkedHashMap<>();
            logs.put("x.LOG1", log(sequence + 2, 3, 4));
            logs.put("x.LOG2", log(sequence, 1, 2, 3));
            assertGives(state(4), replay(HiveLogBuilder.dirty(state(1), sequence), logs));
            assertEquals(List.of("x.LOG2", "x.LOG1"), recovery.applied().stream().map(HiveLog::name).toList());
        }
    }

    @Test
    void whatIsInTheHiveAlreadyIsPassedOver() {
        assertGives(state(4), replay(HiveLogBuilder.dirty(state(2), 6), Map.of("x.LOG1", log(5, 1, 2, 3, 4))));
        assertEquals(2, recovery.applied().getFirst().entries());
        Recording recording = replay(HiveLogBuilder.dirty(state(4), 8), Map.of("x.LOG1", log(5, 1, 2, 3, 4)));
        assertEquals(List.of(Kind.OUTDATED), kinds(recording));
        assertTrue(recovery.text().contains("no changes from sequence number 8 onwards"), recovery.text());
    }

    @Test
    void replayStopsAtTheFirstDamagedEntryAndSaysSo() {
        byte[] log = log(5, 1, 2, 3, 4);
        int second = HiveLogBuilder.positions(log).get(1);
        for (int at : new int[] {second + 8, second + 24, second + 32, second + 60, second + 2000}) {
            byte[] damaged = log.clone();
            damaged[at]++;
            Recording recording = replay(HiveLogBuilder.dirty(state(1), 5), Map.of("x.LOG1", damaged));
            assertEquals(read(state(2)).found, recording.found);
            assertEquals(List.of(Kind.OUTDATED), kinds(recording));
            assertTrue(recovery.text().contains("its entry at offset " + second + " with sequence number 6 is damaged"), recovery.text());
        }
    }

    @Test
    void replayStopsAtAGap() {
        byte[] log = log(5, 1, 2, 3, 4);
        int second = HiveLogBuilder.positions(log).get(1);
        ByteBuffer.wrap(log).order(ByteOrder.LITTLE_ENDIAN).putInt(second + 12, 7);
        Recording recording = replay(HiveLogBuilder.dirty(state(1), 5), Map.of("x.LOG1", HiveLogBuilder.rehash(log, second)));
        assertEquals(read(state(2)).found, recording.found);
        assertTrue(recovery.text().contains("6 is missing"), recovery.text());
    }

    @Test
    void whatAnEarlierUseOfTheLogLeftIsNoDamage() {
        byte[] log = log(5, 1, 2, 3);
        byte[] earlier = log(3, 4, 1);
        byte[] both = Arrays.copyOf(log, log.length + earlier.length - 512);
        System.arraycopy(earlier, 512, both, log.length, earlier.length - 512);
        assertGives(state(3), replay(HiveLogBuilder.dirty(state(1), 5), Map.of("x.LOG1", both)));
    }

    @Test
    void theHiveGrowsWithItsLogAndNoFurther() {
        HiveBuilder large = new HiveBuilder(5);
        large.root().value("big", RegistryType.BINARY, new byte[50_000]);
        byte[] after = large.build();
        byte[] log = HiveLogBuilder.entries(5, state(1), after);
        assertGives(after, replay(HiveLogBuilder.dirty(state(1), 5), Map.of("x.LOG1", log)));
        for (int size : new int[] {0x7fff_f000, 0xffff_f000, 4096 * 1000, 0, 5000}) {
            byte[] claim = log.clone();
            ByteBuffer.wrap(claim).order(ByteOrder.LITTLE_ENDIAN).putInt(512 + 16, size);
            Recording recording = replay(HiveLogBuilder.dirty(state(1), 5), Map.of("x.LOG1", HiveLogBuilder.rehash(claim, 512)));
            assertEquals(read(state(1)).found, recording.found);
            assertEquals(List.of(Kind.OUTDATED), kinds(recording));
        }
    }

    @Test
    void pagesBeyondTheBinsOrTheEntryAreRefused() {
        byte[] log = log(5, 1, 2);
        for (int[] change : new int[][] {{40, 0x1000}, {40, -8}, {44, 0x2000}, {44, -1}, {20, 0}, {20, 100_000_000}, {20, -1}}) {
            byte[] wrong = log.clone();
            ByteBuffer.wrap(wrong).order(ByteOrder.LITTLE_ENDIAN).putInt(512 + change[0], change[1]);
            replay(HiveLogBuilder.dirty(state(1), 5), Map.of("x.LOG1", HiveLogBuilder.rehash(wrong, 512)));
            assertTrue(recovery.text().contains("is damaged"), recovery.text());
        }
    }

    @Test
    void aDamagedBaseBlockComesFromTheNewestLog() {
        byte[] hive = HiveLogBuilder.dirty(state(2), 5);
        hive[36]++;
        Map<String, byte[]> logs = new LinkedHashMap<>();
        logs.put("x.LOG2", log(7, 2, 3, 4));
        logs.put("x.LOG1", log(5, 1, 2));
        assertGives(state(4), replay(hive, logs));
        assertTrue(recovery.text().contains("x.LOG1 was not applied: the hive's base block is damaged"), recovery.text());
    }

    @Test
    void aLogOfTheOldFormatIsAppliedAsAWhole() {
        byte[] log = HiveLogBuilder.pages(9, state(1), state(3));
        assertGives(state(3), replay(HiveLogBuilder.dirty(state(1), 5), Map.of("x.LOG", log)));
        assertEquals(new HiveLog.Applied("x.LOG", 9, 9, 1, 8, Optional.empty()), recovery.applied().getFirst());
        byte[] badChecksum = state(1);
        badChecksum[40]++;
        assertGives(state(3), replay(badChecksum, Map.of("x.LOG", log)));
    }

    @Test
    void aLogOfTheOldFormatIsRefusedWhenAnythingOfItIsMissingOrWrong() {
        byte[] log = HiveLogBuilder.pages(9, state(1), state(3));
        byte[] noBin = log.clone();
        noBin[1024] = 'x';
        byte[] noMark = log.clone();
        noMark[512] = 'd';
        for (byte[] wrong : List.of(noBin, noMark, Arrays.copyOf(log, log.length - 1), Arrays.copyOf(log, 1024), Arrays.copyOf(log, 512))) {
            Recording recording = replay(HiveLogBuilder.dirty(state(1), 5), Map.of("x.LOG", wrong));
            assertEquals(read(state(1)).found, recording.found);
            assertEquals(List.of(Kind.OUTDATED), kinds(recording));
        }
    }

    @Test
    void aLogOlderThanTheHiveIsRefused() {
        byte[] hive = HiveLogBuilder.dirty(state(1), 5);
        hive[12] = 2;
        replay(HiveBuilder.seal(hive), Map.of("x.LOG", HiveLogBuilder.pages(9, state(1), state(3))));
        assertTrue(recovery.text().contains("x.LOG was not applied: it is older than the hive"), recovery.text());
    }

    @Test
    void onlyTheNewestOfTwoOldLogsIsApplied() {
        Map<String, byte[]> logs = new LinkedHashMap<>();
        logs.put("x.LOG1", HiveLogBuilder.pages(9, state(1), state(3)));
        logs.put("x.LOG2", HiveLogBuilder.pages(10, state(1), state(4)));
        assertGives(state(4), replay(HiveLogBuilder.dirty(state(1), 5), logs));
        assertEquals(1, recovery.applied().size());
    }

    @Test
    void aLogThatIsInvalidOrOfAnotherHiveIsRefused() {
        byte[] log = log(5, 1, 2);
        byte[] badChecksum = log.clone();
        badChecksum[100]++;
        byte[] unfinished = log.clone();
        unfinished[4]++;
        byte[] renamed = log.clone();
        renamed[60]++;
        Map<byte[], String> wrong = Map.of(new byte[0], "is empty", new byte[600], "does not start with the header of a transaction log",
            badChecksum,
                "checksum", HiveBuilder.seal(unfinished), "sequence numbers are 6 and 5", HiveBuilder.seal(renamed), "another hive",
                Arrays.copyOf(log, 511), "does not start", Arrays.copyOf(log, 512), "no changes");
        wrong.forEach((bytes, why) -> {
            Recording recording = replay(HiveLogBuilder.dirty(state(1), 5), Map.of("x\n.LOG1", bytes));
            assertEquals(read(state(1)).found, recording.found);
            assertEquals(List.of(Kind.OUTDATED), kinds(recording));
            assertTrue(recording.messages().contains("x\\u000a.LOG1 was not applied: ") && recording.messages().contains(why),
                    recording.messages());
        });
    }

    @Test
    void theIdentityThatWindowsGaveAHiveDecides() {
        byte[] hive = identified(HiveLogBuilder.dirty(state(1), 5), 1);
        byte[] other = identified(log(5, 1, 2), 2);
        replay(hive, Map.of("x.LOG1", other));
        assertTrue(recovery.text().contains("another hive"), recovery.text());
        byte[] same = identified(log(5, 1, 2), 1);
        same[60]++;
        assertEquals(read(state(2)).found, replay(hive, Map.of("x.LOG1", HiveBuilder.seal(same))).found);
    }

    @Test
    void theLogsOfACleanHiveAreNotLookedAt() {
        assertGives(state(1), replay(state(1), Map.of("x.LOG1", log(7, 1, 2, 3))));
        assertEquals(new HiveRecovery(false, List.of()), recovery);
    }

    @Test
    void aLogThatCannotBeReadIsReportedAndTheOthersAreApplied() {
        Map<String, ByteSource> logs = Map.of("x.LOG1", RegistryFiles.source(log(5, 1, 2)), "x.LOG2", () -> {
            throw new IOException("no\nluck");
        });
        recovery = new HiveReader().read("x", HiveLogBuilder.dirty(state(1), 5), logs, new Recording());
        assertTrue(recovery.recovered());
        assertTrue(recovery.text().contains("x.LOG2 was not applied: it cannot be read: no\\u000aluck."), recovery.text());
    }

    @Test
    void noLogOfACleanHiveIsOpened() {
        recovery = new HiveReader().read("x", state(1), Map.of("x.LOG1", () -> {
            throw new AssertionError("opened");
        }), new Recording());
        assertEquals(new HiveRecovery(false, List.of()), recovery);
    }

    /** The same keys with other data, so that a step from one to another changes one page. */
    private static byte[] state(int number) {
        HiveBuilder builder = new HiveBuilder(5);
        builder.root().key("one").value("state", RegistryType.DWORD, (byte) number, (byte) 0, (byte) 0, (byte) 0);
        return builder.build();
    }

    private static byte[] log(int sequence, int... states) {
        return HiveLogBuilder.entries(sequence, Arrays.stream(states).mapToObj(HiveReplayTest::state).toArray(byte[][]::new));
    }

    private static byte[] identified(byte[] file, int identity) {
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putLong(112, identity).put(164, new byte[] {'r', 'm', 't', 'm'});
        return HiveBuilder.seal(file);
    }

    private Recording replay(byte[] hive, Map<String, byte[]> logs) {
        byte[] before = hive.clone();
        Recording recording = new Recording();
        Map<String, ByteSource> sources = new LinkedHashMap<>();
        logs.forEach((name, log) -> sources.put(name, RegistryFiles.source(log)));
        recovery = new HiveReader().read("x", hive, sources, recording);
        assertArrayEquals(before, hive);
        return recording;
    }

    private static Recording read(byte[] hive) {
        return Recording.ofHive(hive);
    }

    private static void assertGives(byte[] state, Recording recording) {
        assertEquals(List.of(), recording.problems);
        assertEquals(read(state).found, recording.found);
    }

    private static List<Kind> kinds(Recording recording) {
        return recording.problems.stream().map(RegistryProblem::kind).toList();
    }
}
