package org.assay.registry.hive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.assay.registry.RegistryFiles;
import org.assay.registry.log.HiveReplay;
import org.assay.testkit.Corpora;
import org.assay.testkit.NeedsCorpora;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Real hives hold the same tree for hivexregedit, an independent program, key by key, type by type and byte by byte. Left out are the hives
 * that it cannot open (SAN(OTHER): bad checksum) or whose sound cells it leaves out because their bin is damaged (SAMBadHBinHeader).
 */
@NeedsCorpora
class HivexTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"ez-registry/Acronis_0x52_Usrclass.dat", "ez-registry/BCD", "ez-registry/NTUSER1.DAT", "ez-registry/SAM",
        "ez-registry/SAM_DUPENAME", "ez-registry/SAM_RootValue", "ez-registry/SAM_hasBigEndianDWord", "ez-registry/SECURITY",
        "ez-registry/SECURITYNoRoot", "ez-registry/UsrClassDeletedBags.dat", "plaso/100_sub_keys.hiv", "plaso/NTUSER-CCLEANER.DAT",
        "plaso/NTUSER-RunTests.DAT", "plaso/NTUSER-WIN7.DAT", "plaso/NTUSER.DAT", "regipy/BCD", "regipy/NTUSER-WSL.DAT",
        "regipy/NTUSER.DAT", "regipy/NTUSER_BAGMRU.DAT", "regipy/NTUSER_modified.DAT", "regipy/NTUSER_with_winscp.DAT", "regipy/SAM",
        "regipy/SECURITY", "regipy/SYSTEM", "regipy/SYSTEM_2", "regipy/SYSTEM_B", "regipy/SYSTEM_WIN_10_1709", "regipy/UsrClass.dat",
        "regipy/amcache.hve", "regipy/ntuser_software_partial", "regipy/transactions_NTUSER.DAT"})
    void aHiveHoldsTheSameTree(String name) throws IOException {
        Path hive = hive(name);
        Hivex.assertSame(Hivex.ours(hive), Hivex.export(folder, hive));
    }

    @ParameterizedTest
    @ValueSource(strings = {"regipy/corrupted_system_hive", "plaso/corrupt_sub_key_list.hiv"})
    void ofADamagedHiveNothingIsMissing(String name) throws IOException {
        Path hive = hive(name);
        Set<String> missing = entries(Hivex.export(folder, hive, "--unsafe"));
        assertFalse(missing.isEmpty());
        missing.removeAll(entries(Hivex.ours(hive)));
        assertEquals(Set.of(), missing);
    }

    /** The keys, and the values each with its key: of a key with one bad value the program leaves all of them out. */
    private static Set<String> entries(List<String> blocks) {
        return blocks.stream().flatMap(block -> block.lines().map(line -> block.lines().findFirst().orElseThrow() + line))
                .collect(Collectors.toCollection(HashSet::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"regipy/SYSTEM_B", "regipy/UsrClass.dat", "regipy/transactions_NTUSER.DAT"})
    void aHiveWithItsLogsAppliedHoldsTheSameTree(String name) throws IOException {
        Path hive = hive(name);
        HiveReplay replay = HiveReplay.of(name, Files.readAllBytes(hive));
        replay.apply(RegistryFiles.logsBeside(hive).stream()
                .collect(Collectors.toMap(log -> log.getFileName().toString(), RegistryFiles::source)));
        Path recovered = Files.write(folder.resolve("recovered"), replay.newest());
        Hivex.assertSame(Hivex.ours(recovered), Hivex.export(folder, recovered));
    }

    @Test
    void aDifferenceIsSeen() throws IOException {
        assertEquals(5, Hivex.ours(hive("regipy/NTUSER.DAT")).stream().filter(key -> key.startsWith("[P\\Software\\WinRAR")).count());
        List<String> before = new ArrayList<>(Hivex.ours(hive("regipy/NTUSER.DAT")));
        before.removeAll(Hivex.export(folder, hive("regipy/NTUSER_modified.DAT")));
        assertEquals(6, before.size());
    }

    private static Path hive(String name) {
        Hivex.assumeInstalled();
        return Corpora.hives().resolve(name);
    }
}
