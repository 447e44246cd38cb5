package org.assay.registry.hive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

import org.assay.registry.ByteSource;
import org.assay.registry.HiveHeader;
import org.assay.registry.Recording;
import org.assay.registry.RegistryException;
import org.assay.registry.RegistryFiles;
import org.assay.registry.RegistryKey;
import org.assay.registry.RegistryValue;
import org.assay.testkit.Corpora;
import org.assay.testkit.NeedsCorpora;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real hives are changed and changed back; hivexregedit, an independent program, reads the same tree each time. */
@NeedsCorpora
class HiveEditorCorporaTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    @TempDir
    private Path folder;

    private static HiveEditor editor(Path hive) throws IOException {
        Map<String, ByteSource> logs = RegistryFiles.logsBeside(hive).stream()
                .collect(Collectors.toMap(log -> log.getFileName().toString(), RegistryFiles::source));
        return HiveEditor.of(hive.toString(), Files.readAllBytes(hive), logs, NOW);
    }

    private Path written(String name, HiveEditor editor) throws IOException {
        return Files.write(folder.resolve(name), editor.finish());
    }

    /** Both readers see the same, and the independent one finds no fault. */
    private void assertSound(Path hive) throws IOException {
        Hivex.assertSame(Hivex.ours(hive), Hivex.export(folder, hive));
    }

    @ParameterizedTest
    @ValueSource(strings = {"regipy/NTUSER_modified.DAT", "regipy/UsrClass.dat", "regipy/transactions_NTUSER.DAT", "regipy/SAM",
        "regipy/BCD", "plaso/NTUSER-RunTests.DAT", "plaso/100_sub_keys.hiv", "ez-registry/Acronis_0x52_Usrclass.dat"})
    void whatIsAddedAndTakenAwayAgainLeavesTheSameTree(String name) throws IOException {
        Hivex.assumeInstalled();
        Path untouched = written("untouched", editor(Corpora.hives().resolve(name)));
        assertSound(untouched);

        HiveEditor adding = editor(untouched);
        Random random = new Random(name.hashCode());
        for (int at = 0; at < 700; at++) {
            byte[] data = new byte[random.nextInt(at % 100 == 0 ? 60_000 : 300)];
            random.nextBytes(data);
            List<String> key = List.of("Assay", "key " + random.nextInt(1_000_000));
            if (!adding.hasKey(key)) {
                adding.makeKey(key);
            }
            adding.setValue(key, at % 3 == 0 ? "" : "value " + at, 3, data);
        }
        Path added = written("added", adding);
        assertSound(added);

        HiveEditor taking = editor(added);
        taking.removeKey(List.of("assay"));
        Path taken = written("taken", taking);
        assertSound(taken);
        Hivex.assertSame(Hivex.ours(untouched), Hivex.ours(taken));
    }

    /** Each key below the root goes and comes back. */
    @ParameterizedTest
    @ValueSource(strings = {"regipy/NTUSER.DAT", "regipy/SAM", "ez-registry/NTUSER1.DAT"})
    void whatIsTakenAwayAndAddedAgainIsTheSameTree(String name) throws IOException {
        Hivex.assumeInstalled();
        Path hive = Corpora.hives().resolve(name);
        Recording all = new Recording();
        RegistryFiles.read(new HiveReader(), hive, all);
        HiveEditor taking = editor(hive);
        all.keys().stream().filter(key -> key.path().size() == 1).forEach(key -> taking.removeKey(key.path()));
        Path taken = written("taken", taking);
        assertSound(taken);
        assertEquals(1, Hivex.ours(taken).size());

        HiveEditor adding = editor(taken);
        for (Object each : all.found) {
            if (each instanceof RegistryKey key && !key.path().isEmpty()) {
                adding.makeKey(key.path(), key.className(), key.security());
            } else if (each instanceof RegistryValue value) {
                adding.setValue(value.key(), value.name(), value.type(), value.data());
            }
        }
        Path added = written("added", adding);
        assertSound(added);
        Hivex.assertSame(Hivex.ours(hive), Hivex.ours(added));
        Recording again = new Recording();
        RegistryFiles.read(new HiveReader(), added, again);
        assertEquals(all.keys().stream().map(key -> key.path() + " " + key.className() + key.security().map(Object::hashCode)).sorted()
                .toList(), again.keys().stream().map(key -> key.path() + " " + key.className() + key.security().map(Object::hashCode))
                        .sorted().toList());
    }

    /** Order, hashes and hints of the names are those that Windows wrote. */
    @ParameterizedTest
    @ValueSource(strings = {"regipy/NTUSER.DAT", "plaso/NTUSER-WIN7.DAT", "regipy/SAM"})
    void aListThatIsWrittenAnewIsAsWindowsWroteIt(String name) throws Exception {
        byte[] hive = Files.readAllBytes(Corpora.hives().resolve(name));
        HiveHeader header = HiveReader.header(name, hive);
        HiveSpace space = new HiveSpace(hive, header.binsSize(), 0);
        SubkeyLists lists = new SubkeyLists(space, header.minorVersion());
        Deque<Integer> keys = new ArrayDeque<>(List.of((int) header.rootOffset()));
        int compared = 0;
        while (!keys.isEmpty()) {
            int key = keys.pop();
            List<Integer> subkeys = lists.subkeys(key);
            keys.addAll(subkeys);
            if (!subkeys.isEmpty() && !space.isMarked(space.i32(key, KeyNode.SUBKEY_LIST), "ri")) {
                byte[] before = space.copy(space.i32(key, KeyNode.SUBKEY_LIST), 0, 4 + 8 * subkeys.size());
                int added = KeyNode.create(space, key, new CellName("Mm"), "");
                lists.add(key, added);
                lists.remove(key, added);
                assertArrayEquals(before, space.copy(space.i32(key, KeyNode.SUBKEY_LIST), 0, 4 + 8 * subkeys.size()));
                compared++;
            }
        }
        assertTrue(compared > 10, () -> "compared " + name);
    }

    @Test
    void aDamagedOrOutdatedHiveIsNotChanged() {
        for (String name : List.of("regipy/corrupted_system_hive", "plaso/corrupt_sub_key_list.hiv", "ez-registry/SAMBadHBinHeader")) {
            RegistryException refused = assertThrows(RegistryException.class, () -> editor(Corpora.hives().resolve(name)));
            assertTrue(refused.getMessage().contains("is not changed"), refused.getMessage());
        }
        assertThrows(RegistryException.class, () -> HiveEditor.of("dirty", RegistryFiles.bytes(Corpora.hives().resolve("regipy/SYSTEM_B")),
                Map.of(), NOW));
    }
}
