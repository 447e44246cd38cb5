package org.assay.registry.hive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.assay.registry.KeyTrait;
import org.assay.registry.Recording;
import org.assay.registry.RegistryKey;
import org.assay.testkit.HiveBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a hive says of a key beyond its content. */
class HiveKeyTest {

    private static final byte[] DESCRIPTOR = {1, 0, 4, (byte) 0x80, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9, 8, 7};

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void keysThatShareASecurityDescriptorHaveTheSameOne(int minorVersion) {
        HiveBuilder builder = new HiveBuilder(minorVersion);
        builder.root().security(DESCRIPTOR).key("a").security(DESCRIPTOR);
        builder.root().key("b").security(DESCRIPTOR.clone());
        builder.root().key("c");
        List<RegistryKey> keys = sound(builder).keys();
        assertArrayEquals(DESCRIPTOR, keys.get(0).security().orElseThrow().bytes());
        assertSame(keys.get(0).security().orElseThrow(), keys.get(1).security().orElseThrow());
        assertEquals(keys.get(0).security(), keys.get(2).security());
        assertEquals(Optional.empty(), keys.get(3).security());
    }

    @Test
    void aDamagedSecurityDescriptorIsReportedOnceAndTheKeysAreRead() {
        for (int[] change : new int[][] {{4, 'x'}, {20, 0x7fff_ffff}, {20, -1}, {20, 1000}, {0, 8}}) {
            HiveBuilder builder = new HiveBuilder(5);
            builder.root().security(DESCRIPTOR).key("a").security(DESCRIPTOR);
            byte[] hive = builder.build();
            int offset = HiveBuilder.peek(hive, builder.root().offset() + 4 + 44);
            Recording recording = Recording.ofHive(HiveBuilder.poke(hive, offset + change[0], change[1]));
            assertEquals(List.of("", "a"), recording.paths());
            assertEquals(List.of(4096L + offset), recording.lost());
        }
    }

    @ParameterizedTest
    @CsvSource({"1,VOLATILE", "2,MOUNT_POINT", "8,UNDELETABLE", "16,SYMBOLIC_LINK", "64,PREDEFINED_HANDLE"})
    void theFlagsOfAKeyAreReported(int flag, KeyTrait trait) {
        HiveBuilder builder = new HiveBuilder(5);
        builder.root().key("k").flags(flag | 0x1004).layer(0x83);
        assertEquals(Set.of(trait), sound(builder).keys().getLast().traits());
    }

    @Test
    void whatALayeredKeyDoesToTheLayersBelowIsReported() {
        HiveBuilder builder = new HiveBuilder(6);
        builder.root().key("plain").layer(0x7c);
        builder.root().key("key").layer(0x02);
        builder.root().key("tree").layer(0x83);
        builder.root().key("hidden").layer(0x01).text("still", "here");
        List<RegistryKey> keys = sound(builder).keys();
        assertEquals(List.of(Set.of(), Set.of(), Set.of(KeyTrait.SUPERSEDES_KEY),
                Set.of(KeyTrait.SUPERSEDES_TREE, KeyTrait.INHERITS_CLASS), Set.of(KeyTrait.TOMBSTONE_WITH_CONTENT)),
                keys.stream().map(RegistryKey::traits).toList());
    }

    private static Recording sound(HiveBuilder builder) {
        Recording recording = Recording.ofHive(builder.build());
        assertEquals(List.of(), recording.problems);
        return recording;
    }
}
