package org.assay.registry.hive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.assay.registry.HiveHeader;
import org.assay.registry.Recording;
import org.assay.registry.RegistryException;
import org.assay.registry.RegistryKey;
import org.assay.registry.RegistryValue;
import org.assay.registry.SecurityDescriptor;
import org.assay.testkit.HiveBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hives that were built are changed and read back. */
class HiveEditorTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00.1234567Z");
    private static final byte[] OWNER = {1, 0, 4, (byte) 0x80, 1};

    private static HiveEditor editor(byte[] hive) {
        return HiveEditor.of("built", hive, Map.of(), NOW);
    }

    private static HiveBuilder builder(int minorVersion) {
        HiveBuilder builder = new HiveBuilder(minorVersion);
        builder.root().security(OWNER).key("Software").security(OWNER).text("name", "value").key("Run").security(OWNER).text("a", "one")
                .text("", "default");
        return builder;
    }

    private static RegistryKey key(byte[] hive, String... path) {
        return Recording.ofHive(hive).keys().stream().filter(key -> key.path().equals(List.of(path))).findFirst().orElseThrow();
    }

    private static byte[] random(int length) {
        byte[] data = new byte[length];
        new Random(length).nextBytes(data);
        return data;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5})
    void whatIsMadeAlteredAndRemovedIsReadBack(int minorVersion) {
        byte[] hive = builder(minorVersion).build();
        HiveEditor editor = editor(hive);
        editor.setValue(List.of("software", "RUN"), "A", 3, random(40));
        editor.setValue(List.of("Software", "Run"), "\u0416", 7, random(100_000));
        editor.setValue(List.of("Software", "Run"), "inline", 4, random(4));
        editor.setValue(List.of("Software", "Run"), "none", 0x2000, new byte[0]);
        editor.removeValue(List.of("Software", "Run"), "");
        editor.makeKey(List.of("Software", "new", "\u0416 deep"));
        byte[] changed = editor.finish();

        List<RegistryValue> values = Recording.ofHive(changed).values();
        assertEquals(List.of("name", "a", "\u0416", "inline", "none"), values.stream().map(RegistryValue::name).toList());
        assertArrayEquals(random(40), values.get(1).data());
        assertArrayEquals(random(100_000), values.get(2).data());
        assertEquals(0x2000, values.get(4).type());
        assertEquals(List.of(List.of(), List.of("Software"), List.of("Software", "new"), List.of("Software", "new", "\u0416 deep"),
                List.of("Software", "Run")), Recording.ofHive(changed).keys().stream().map(RegistryKey::path).toList());
        assertEquals(Optional.of(new SecurityDescriptor(OWNER)), key(changed, "Software", "new", "\u0416 deep").security());
        assertEquals(Optional.of(NOW), key(changed, "Software", "Run").lastWritten());
        HiveHeader header = HiveReader.header("changed", changed);
        assertFalse(header.dirty());
        assertEquals(HiveReader.header("built", hive).primarySequence() + 1, header.primarySequence());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void manyKeysAreInOrderAndAllOfThemCanGo(int minorVersion) {
        byte[] hive = builder(minorVersion).build();
        HiveEditor editor = editor(hive);
        List<String> names = new Random(1).ints(600, 0, 1_000_000).distinct().mapToObj(Integer::toString).toList();
        names.forEach(name -> editor.makeKey(List.of("Software", "Run", name)));
        names.forEach(name -> editor.setValue(List.of("Software", "Run", name), name, 1, random(60)));
        byte[] many = editor.finish();
        assertEquals(names.stream().sorted().toList(), Recording.ofHive(many).keys().stream().filter(key -> key.path().size() == 3)
                .map(key -> key.path().getLast()).toList());

        HiveEditor again = editor(many);
        names.forEach(name -> again.removeKey(List.of("Software", "Run", name)));
        assertEquals(Recording.ofHive(hive).values(), Recording.ofHive(again.finish()).values());
        HiveEditor whole = editor(many);
        whole.removeKey(List.of("software"));
        byte[] empty = whole.finish();
        assertEquals(1, Recording.ofHive(empty).keys().size());
        // What was freed is taken into use again.
        HiveEditor filled = editor(empty);
        filled.makeKey(List.of("Software", "Run"));
        names.forEach(name -> filled.makeKey(List.of("Software", "Run", name)));
        assertTrue(filled.finish().length <= many.length);
    }

    @Test
    void aKeyComesBackWithItsClassAndSecurity() {
        byte[] own = {1, 0, 4, (byte) 0x80, 2, 2};
        HiveBuilder builder = builder(5);
        builder.root().firstKey().key("Own").security(own).className("Shell").text("v", "w");
        byte[] hive = builder.build();
        HiveEditor editor = editor(hive);
        editor.removeKey(List.of("Software", "Own"));
        byte[] without = editor.finish();
        assertFalse(editor(without).hasKey(List.of("Software", "Own")));

        HiveEditor back = editor(without);
        back.makeKey(List.of("Software", "Own"), Optional.of("Shell"), Optional.of(new SecurityDescriptor(own)));
        assertEquals(Optional.of("Shell"), key(back.finish(), "Software", "Own").className());
        assertEquals(Optional.of(new SecurityDescriptor(own)), key(back.finish(), "Software", "Own").security());
    }

    @Test
    void whatIsNotThereIsNotFound() {
        HiveEditor editor = editor(builder(5).build());
        assertEquals(Optional.empty(), editor.value(List.of("Software", "Run"), "b"));
        assertEquals(Optional.empty(), editor.value(List.of("Hardware"), "b"));
        assertEquals("a", editor.value(List.of("SOFTWARE", "RUN"), "A").orElseThrow().name());
        assertFalse(editor.read(List.of("Hardware"), new Recording()));
        Recording run = new Recording();
        assertTrue(editor.read(List.of("software", "run"), run));
        assertEquals(List.of(), run.keys().getFirst().path());
        assertEquals(2, run.values().size());
    }

    @Test
    void aLookAlikeNameIsAnother() {
        HiveBuilder builder = builder(5);
        builder.root().key("\u017foftware");
        HiveEditor editor = editor(builder.build());
        editor.removeKey(List.of("Software"));
        assertEquals(List.of(List.of(), List.of("\u017foftware")), Recording.ofHive(editor.finish()).keys().stream()
                .map(RegistryKey::path).toList());
    }

    @Test
    void nothingIsChangedThatMayBeAnotherThing() {
        HiveBuilder twice = builder(5);
        twice.root().key("TWICE");
        twice.root().key("twice");
        HiveEditor editor = editor(twice.build());
        assertRefused(() -> editor.hasKey(List.of("Twice")));
        assertRefused(() -> editor(new HiveBuilder(1).build()));
        assertRefused(() -> editor(new HiveBuilder(6).build()));

        HiveBuilder damaged = builder(5);
        byte[] hive = damaged.build();
        assertRefused(() -> editor(HiveBuilder.poke(hive.clone(), damaged.root().firstKey().offset() + 4, 0)));
        byte[] dirty = hive.clone();
        dirty[4]++;
        assertRefused(() -> editor(HiveBuilder.seal(dirty)));
    }

    /** A value list that leads into the data of another value, where a list has been laid. */
    @Test
    void aRecordWithinAnotherIsRefused() {
        HiveBuilder builder = builder(5);
        HiveBuilder.Key run = builder.root().firstKey().firstKey();
        run.value("list", 3, new byte[64]);
        byte[] hive = builder.build();
        int data = Recording.ofHive(hive).values().getLast().data().length;
        assertEquals(64, data);
        int inside = HiveBuilder.peek(hive, run.valueListOffset() + 4 + 8);
        int cell = HiveBuilder.peek(hive, inside + 4 + 8);
        HiveBuilder.poke(hive, cell + 8, -24);
        HiveBuilder.poke(hive, cell + 12, HiveBuilder.peek(hive, run.valueListOffset() + 4));
        HiveBuilder.poke(hive, cell + 16, HiveBuilder.peek(hive, run.valueListOffset() + 8));
        HiveBuilder.poke(hive, run.offset() + 4 + 36, 2);
        HiveBuilder.poke(hive, run.offset() + 4 + 40, cell + 8);
        HiveEditor editor = editor(hive);
        assertRefused(() -> editor.value(List.of("Software", "Run"), "a"));
        assertRefused(() -> editor.removeKey(List.of("Software", "Run")));
    }

    private static void assertRefused(Runnable work) {
        assertEquals(RegistryException.Code.NOT_EDITABLE, assertThrows(RegistryException.class, work::run).code());
    }
}
