package org.assay.registry.hive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.assay.registry.RegistryFiles;
import org.assay.registry.HiveLog;
import org.assay.registry.HiveRecovery;
import org.assay.registry.Recording;
import org.assay.registry.RegistryException;
import org.assay.registry.RegistryKey;
import org.assay.registry.RegistryProblem;
import org.assay.registry.RegistryProblem.Kind;
import org.assay.registry.RegistryRemnant;
import org.assay.registry.RegistryValue;
import org.assay.registry.SecurityDescriptor;
import org.assay.testkit.Corpora;
import org.assay.testkit.NeedsCorpora;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real hives: counts on which two or more independent tools agree; the root key is one of the keys. */
@NeedsCorpora
class HiveCorporaTest {

    @ParameterizedTest
    @CsvSource({
        "regipy/SYSTEM,30756,73456", "regipy/NTUSER.DAT,1812,4094", "regipy/NTUSER_modified.DAT,1808,4090",
        "regipy/NTUSER-WSL.DAT,3074,4949",
        "regipy/ntuser_software_partial,6396,19990", "regipy/BCD,132,103", "regipy/SAM,65,70", "plaso/NTUSER-WIN7.DAT,2288,5470",
        "plaso/NTUSER-CCLEANER.DAT,1203,2373", "plaso/NTUSER-RunTests.DAT,893,1306", "plaso/NTUSER.DAT,1127,5602",
        "plaso/100_sub_keys.hiv,101,100", "ez-registry/Acronis_0x52_Usrclass.dat,205,855", "ez-registry/SAM,68,73",
        "ez-registry/SAM_DUPENAME,112,128", "ez-registry/SAM_RootValue,65,71", "ez-registry/SAM_hasBigEndianDWord,92,103",
        "ez-registry/SECURITYNoRoot,8,2", "ez-registry/NTUSER1.DAT,595,878", "ez-registry/UsrClassDeletedBags.dat,37,231",
        "ez-registry/BCD,66,46"})
    void aCleanHiveGivesEveryKeyAndValueAndNoProblem(String name, int keys, int values) {
        Recording recording = read(name);
        assertEquals(keys, recording.keys().size());
        assertEquals(values, recording.values().size());
        assertEquals(List.of(), recording.problems);
    }

    @ParameterizedTest
    @CsvSource({
        "regipy/SYSTEM_2,20015,49779", "regipy/SYSTEM_B,33123,74957", "regipy/SYSTEM_WIN_10_1709,43211,90307",
        "regipy/UsrClass.dat,6205,12369",
        "regipy/transactions_NTUSER.DAT,2590,4119", "regipy/NTUSER_BAGMRU.DAT,6279,15912", "regipy/NTUSER_with_winscp.DAT,5328,12014",
        "regipy/amcache.hve,2105,17539", "regipy/SECURITY,100,109", "ez-registry/SECURITY,242,242", "ez-registry/SAN(OTHER),68,73"})
    void aDirtyHiveGivesWhatTheFileItselfHoldsAndSaysSo(String name, int keys, int values) {
        Recording recording = new Recording();
        HiveRecovery recovery = RegistryFiles.read(new HiveReader(), file(name), List.of(), recording);
        assertEquals(new HiveRecovery(true, List.of()), recovery);
        assertEquals(keys, recording.keys().size());
        assertEquals(values, recording.values().size());
        assertEquals(List.of(Kind.OUTDATED), recording.problems.stream().map(RegistryProblem::kind).toList());
    }

    @ParameterizedTest
    @CsvSource({"regipy/SYSTEM_B,35595,78901,2,2107,2130", "regipy/UsrClass.dat,6238,12531,2,287,300",
        "regipy/transactions_NTUSER.DAT,3105,4695,1,566,588"})
    void aDirtyHiveGivesItsNewestStateWithTheLogsBesideIt(String name, int keys, int values, int logs, long first, long last) {
        Recording recording = new Recording();
        HiveRecovery recovery = RegistryFiles.read(new HiveReader(), file(name), recording);
        assertEquals(logs, recovery.applied().size());
        assertEquals(first, recovery.applied().getFirst().firstSequence());
        assertEquals(last, recovery.applied().getLast().lastSequence());
        assertEquals(last - first + 1, recovery.applied().stream().mapToInt(HiveLog.Applied::entries).sum());
        assertEquals(keys, recording.keys().size());
        assertEquals(values, recording.values().size());
        assertEquals(List.of(), recording.problems);
    }

    @ParameterizedTest
    @CsvSource({"regipy/UsrClass.dat,regipy/SYSTEM_B.LOG1,belongs to another hive", "ez-registry/SECURITY,plaso/ntuser.dat.LOG,belongs to",
        "regipy/SYSTEM_B,regipy/SYSTEM_B,does not start with the header of a transaction log"})
    void aLogOfAnotherHiveIsRefusedAndTheHiveIsReadAsItIs(String name, String log, String reason) {
        Recording alone = new Recording();
        RegistryFiles.read(new HiveReader(), file(name), List.of(), alone);
        Recording recording = new Recording();
        HiveRecovery recovery = RegistryFiles.read(new HiveReader(), file(name), List.of(file(log)), recording);
        assertTrue(recovery.text().contains(reason), recovery.text());
        assertFalse(recovery.recovered());
        assertEquals(alone.found, recording.found);
        assertEquals(List.of(Kind.OUTDATED), recording.problems.stream().map(RegistryProblem::kind).toList());
    }

    @Test
    void aCleanHiveIsReadWithoutTheLogBesideIt() {
        assertEquals(1, RegistryFiles.logsBeside(file("plaso/NTUSER.DAT")).size());
        assertEquals(new HiveRecovery(false, List.of()), RegistryFiles.read(new HiveReader(), file("plaso/NTUSER.DAT"), new Recording()));
    }

    @ParameterizedTest
    @CsvSource({"regipy/corrupted_system_hive,1687,5616", "plaso/corrupt_sub_key_list.hiv,100,99", "ez-registry/SAMBadHBinHeader,68,73"})
    void aDamagedHiveGivesWhatCanBeReadAndReportsTheRest(String name, int keys, int values) {
        Recording recording = read(name);
        assertEquals(keys, recording.keys().size());
        assertEquals(values, recording.values().size());
        assertFalse(recording.problems.isEmpty());
        assertTrue(recording.problems.stream().allMatch(problem -> problem.kind() == Kind.DAMAGED && problem.position() >= 4096));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plaso/ntuser.dat.LOG", "regipy/SYSTEM_B.LOG1", "dfwinreg/SYSTEM.DAT"})
    void whatIsNoHiveIsRefused(String name) {
        Path file = file(name);
        assertThrows(RegistryException.class, () -> RegistryFiles.read(new HiveReader(), file, new Recording()));
    }

    @Test
    void theHeaderOfARealHiveNamesIt() {
        assertEquals("SYSTEM", RegistryFiles.header(file("regipy/SYSTEM")).fileName());
        assertEquals("?\\C:\\Users\\vibranium\\ntuser.dat", RegistryFiles.header(file("regipy/NTUSER.DAT")).fileName());
        assertTrue(RegistryFiles.header(file("regipy/SYSTEM_B")).dirty());
    }

    /** Keys and values as reglookup-recover finds them, an independent program. */
    @ParameterizedTest
    @CsvSource({"ez-registry/UsrClassDeletedBags.dat,4,113", "ez-registry/SAM,16,9", "plaso/NTUSER-WIN7.DAT,82,457"})
    void whatWasDeletedIsFoundApartFromWhatIsThere(String name, int keys, int values) {
        Recording recording = new Recording();
        RegistryFiles.read(new HiveReader().withRemnants(), file(name), recording);
        assertEquals(keys, recording.remnants.stream().filter(RegistryRemnant.Key.class::isInstance).count());
        assertEquals(values, recording.remnants.stream().filter(RegistryRemnant.Value.class::isInstance).count());
        assertEquals(read(name).found, recording.found);
        assertEquals(List.of(), recording.problems);
    }

    @ParameterizedTest
    @ValueSource(strings = {"regipy/SYSTEM", "regipy/NTUSER-WSL.DAT", "plaso/NTUSER.DAT", "ez-registry/SAM"})
    void everyKeyHasItsSecurityDescriptor(String name) {
        Set<SecurityDescriptor> different = new HashSet<>();
        for (RegistryKey key : read(name).keys()) {
            different.add(key.security().orElseThrow());
        }
        assertTrue(different.size() > 1 && different.size() < 1000, () -> different.size() + " descriptors");
    }

    @Test
    void findsExactlyWhatWasTamperedWith() {
        Recording before = read("regipy/NTUSER.DAT");
        Recording after = read("regipy/NTUSER_modified.DAT");
        Set<String> keys = new HashSet<>(after.paths());
        keys.removeAll(before.paths());
        assertEquals(Set.of("Software\\Microsoft\\legitimate_subkey"), keys);
        Set<RegistryValue> added = new HashSet<>(after.values());
        added.removeAll(new HashSet<>(before.values()));
        assertEquals(Set.of("not_a_malware", "totaly_not_malicious"), Set.copyOf(added.stream().map(RegistryValue::name).toList()));
        Set<RegistryValue> removed = new HashSet<>(before.values());
        removed.removeAll(new HashSet<>(after.values()));
        assertEquals(6, removed.size());
        assertTrue(removed.stream().allMatch(value -> value.key().get(1).equals("WinRAR")));
    }

    private static Recording read(String name) {
        Recording recording = new Recording();
        RegistryFiles.read(new HiveReader(), file(name), recording);
        return recording;
    }

    private static Path file(String name) {
        return Corpora.hives().resolve(name);
    }
}
