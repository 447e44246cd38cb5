package org.assay.registry.hive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.assay.registry.Recording;
import org.assay.registry.RegistryRemnant.Key;
import org.assay.registry.RegistryRemnant.Value;
import org.assay.registry.RegistryType;
import org.assay.registry.encoding.Utf16;
import org.assay.testkit.HiveBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HiveRemnantsTest {

    private static final long TIME = 132_514_764_250_000_001L;
    private static final Instant INSTANT = Instant.parse("2020-12-03T13:40:25.000000100Z");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void aDeletedKeyIsFoundWithItsPathItsTimeAndItsValues(int minorVersion) {
        HiveBuilder builder = new HiveBuilder(minorVersion);
        HiveBuilder.Key run = builder.root().key("Software").key("Run");
        HiveBuilder.Key gone = run.key("gone \u540d").lastWritten(TIME);
        gone.value("inline", RegistryType.DWORD, (byte) 1, (byte) 2, (byte) 3, (byte) 4).text("", "evil.exe");
        HiveBuilder.Key below = gone.key("below");
        byte[] hive = builder.build();
        remove(hive, run);
        free(hive, gone);
        free(hive, below);
        Recording recording = remnants(hive);
        assertEquals(List.of("", "Software", "Software\\Run"), recording.paths());
        assertEquals(List.of(), recording.problems);
        List<String> path = List.of("Software", "Run", "gone \u540d");
        assertEquals(List.of(new Key(path, true, Optional.of(INSTANT), 4096 + gone.offset()),
                new Key(List.of("Software", "Run", "gone \u540d", "below"), true, Optional.empty(), 4096 + below.offset())),
                keys(recording));
        assertEquals(List.of("inline", ""), values(recording).stream().map(Value::name).toList());
        values(recording).forEach(value -> assertEquals(path, value.path()));
        assertArrayEquals(new byte[] {1, 2, 3, 4}, values(recording).getFirst().data().orElseThrow());
        assertArrayEquals(Utf16.encode("evil.exe\0"), values(recording).getLast().data().orElseThrow());
        assertTrue(values(recording).getFirst().rooted());
    }

    @Test
    void theOwnerOfADeletedValueIsFoundByTheListItWasIn() {
        HiveBuilder builder = new HiveBuilder(5);
        HiveBuilder.Key run = builder.root().key("Run").text("stays", "x").text("gone", "evil.exe");
        byte[] hive = builder.build();
        HiveBuilder.poke(hive, run.offset() + 4 + 36, 1);
        HiveBuilder.free(hive, HiveBuilder.peek(hive, run.valueListOffset() + 8));
        Recording recording = remnants(hive);
        assertEquals("stays", recording.value().name());
        Value value = values(recording).getFirst();
        assertEquals("gone", value.name());
        assertEquals(List.of("Run"), value.path());
        assertTrue(value.rooted());
        assertArrayEquals(Utf16.encode("evil.exe\0"), value.data().orElseThrow());
    }

    @Test
    void aValueWithoutItsKeyAndAKeyWithoutItsParentAreGivenAsFarAsKnown() {
        HiveBuilder builder = new HiveBuilder(5);
        HiveBuilder.Key top = builder.root().key("top");
        HiveBuilder.Key low = top.key("middle").key("low").text("v", "x");
        byte[] hive = builder.build();
        remove(hive, builder.root());
        HiveBuilder.poke(hive, top.offset() + 4, 0);
        HiveBuilder.poke(hive, low.offset() + 4 + 40, low.offset());
        Recording recording = remnants(hive);
        assertEquals(List.of(List.of("middle"), List.of("middle", "low")), keys(recording).stream().map(Key::path).toList());
        assertTrue(keys(recording).stream().noneMatch(Key::rooted));
        assertEquals(List.of(), values(recording).getFirst().path());
        assertTrue(!values(recording).getFirst().rooted());
    }

    @Test
    void dataThatWasOverwrittenIsNotGiven() {
        HiveBuilder builder = new HiveBuilder(5);
        HiveBuilder.Key stays = builder.root().key("a").text("stays", "something else");
        HiveBuilder.Key gone = builder.root().key("b").text("gone", "something else");
        byte[] hive = builder.build();
        remove(hive, builder.root());
        HiveBuilder.poke(hive, gone.firstValue().offset() + 4 + 8, stays.firstValue().dataOffset());
        Value value = values(remnants(hive)).getFirst();
        assertEquals(Optional.empty(), value.data());
        assertEquals(30, value.size());
        assertEquals(List.of("b"), value.path());
    }

    @Test
    void bigDataIsPutTogether() {
        byte[] data = new byte[40_000];
        new Random(1).nextBytes(data);
        HiveBuilder builder = new HiveBuilder(5);
        builder.root().key("gone").value("big", RegistryType.BINARY, data);
        byte[] hive = builder.build();
        remove(hive, builder.root());
        assertArrayEquals(data, values(remnants(hive)).getFirst().data().orElseThrow());
    }

    @Test
    void whatLiesBehindTheBinsIsLookedAt() {
        HiveBuilder builder = new HiveBuilder(5);
        HiveBuilder.Key gone = builder.root().key("gone");
        byte[] hive = builder.build();
        remove(hive, builder.root());
        byte[] longer = Arrays.copyOf(hive, hive.length + 4096);
        System.arraycopy(hive, 4096 + gone.offset(), longer, hive.length, 88);
        HiveBuilder.poke(longer, gone.offset() + 4, 0);
        assertEquals(List.of(new Key(List.of("gone"), true, Optional.empty(), hive.length)), remnants(longer).remnants);
    }

    @Test
    void aCircleOfDeletedKeysEnds() {
        HiveBuilder builder = new HiveBuilder(5);
        HiveBuilder.Key above = builder.root().key("above");
        HiveBuilder.Key below = above.key("below");
        byte[] hive = builder.build();
        remove(hive, builder.root());
        HiveBuilder.poke(hive, above.offset() + 4 + 16, below.offset());
        assertEquals(2, keys(remnants(hive)).size());
        assertTrue(keys(remnants(hive)).stream().noneMatch(Key::rooted));
    }

    @Test
    void whatOnlyLooksLikeARecordIsLeftOut() {
        HiveBuilder builder = new HiveBuilder(5);
        HiveBuilder.Key gone = builder.root().key("gone").text("v", "x");
        int[][] changes = {{4 + 2, 0x0400_0000}, {4 + 8, 0x7000_0000}, {4 + 16, 0x7fff_fff8}, {4 + 16, 4}, {4 + 72, 0}, {4 + 72, 9999}};
        for (int[] change : changes) {
            byte[] hive = builder.build();
            remove(hive, builder.root());
            HiveBuilder.poke(hive, gone.offset() + change[0], change[1]);
            assertEquals(List.of(), keys(remnants(hive)), () -> Arrays.toString(change));
        }
        HiveBuilder noName = new HiveBuilder(5);
        noName.root().key("\1\2\3\4\5");
        byte[] hive = noName.build();
        remove(hive, noName.root());
        assertEquals(List.of(), remnants(hive).remnants);
    }

    @Test
    void nothingIsGivenUnlessItIsAskedFor() {
        HiveBuilder builder = new HiveBuilder(5);
        builder.root().key("gone");
        byte[] hive = builder.build();
        remove(hive, builder.root());
        assertEquals(List.of(), Recording.ofHive(hive).remnants);
        assertEquals(1, remnants(hive).remnants.size());
    }

    @Test
    void ofALongChainOnlyTheNearestKeysAreReported() {
        HiveBuilder builder = new HiveBuilder(5);
        HiveBuilder.Key key = builder.root().key("top");
        for (int i = 0; i < 600; i++) {
            key = key.key("d");
        }
        byte[] hive = builder.build();
        remove(hive, builder.root());
        List<Key> keys = keys(remnants(hive));
        assertEquals(601, keys.size());
        assertEquals(512, keys.getLast().path().size());
        assertTrue(keys.get(511).rooted());
        assertTrue(!keys.get(512).rooted());
    }

    /** Takes the last subkey out of a key's list. */
    private static void remove(byte[] hive, HiveBuilder.Key parent) {
        int head = hive[24] == 1 ? 8 : 4;
        int count = HiveBuilder.peek(hive, parent.offset() + head + 20);
        HiveBuilder.poke(hive, parent.offset() + head + 20, count - 1);
        HiveBuilder.poke(hive, parent.listOffset() + head, HiveBuilder.peek(hive, parent.listOffset() + head) - 0x1_0000);
    }

    private static void free(byte[] hive, HiveBuilder.Key key) {
        HiveBuilder.free(hive, key.offset());
        if (key.valueListOffset() >= 0) {
            HiveBuilder.free(hive, key.valueListOffset());
        }
    }

    private static Recording remnants(byte[] hive) {
        Recording recording = new Recording();
        new HiveReader().withRemnants().read("built", hive, Map.of(), recording);
        return recording;
    }

    private static List<Key> keys(Recording recording) {
        return recording.remnants.stream().filter(Key.class::isInstance).map(Key.class::cast).toList();
    }

    private static List<Value> values(Recording recording) {
        return recording.remnants.stream().filter(Value.class::isInstance).map(Value.class::cast).toList();
    }
}
