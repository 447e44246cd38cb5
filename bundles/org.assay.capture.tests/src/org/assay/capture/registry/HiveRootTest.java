package org.assay.capture.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.assay.capture.Captures;
import org.assay.capture.Shell;
import org.assay.model.Location;
import org.assay.registry.format.RegistryFormat;
import org.assay.testkit.Corpora;
import org.assay.testkit.NeedsCorpora;

class HiveRootTest {

    @TempDir
    Path folder;

    /** A file that begins as a hive does; it holds no key. */
    static Path header(Path file, String embedded) throws IOException {
        byte[] block = new byte[8192];
        ByteBuffer.wrap(block).put("regf".getBytes(StandardCharsets.US_ASCII));
        byte[] name = embedded.getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, block, 48, Math.min(64, name.length));
        return Files.write(file, block);
    }

    private static Location root(Path hive) throws IOException {
        return HiveRoot.of(Captures.registryFile(hive), "", RegistryFormat.HIVE);
    }

    @ParameterizedTest
    @CsvSource({
            "\\??\\C:\\Users\\joe\\ntuser.dat, x, HKCU",
            "\\Microsoft\\Windows\\UsrClass.dat, x, HKCU\\Software\\Classes",
            "SYSTEM, x, HKLM\\SYSTEM",
            "emRoot\\System32\\Config\\SOFTWARE, x, HKLM\\SOFTWARE",
            "\\SystemRoot\\System32\\Config\\SAM, x, HKLM\\SAM",
            "emRoot\\System32\\Config\\SECURITY, x, HKLM\\SECURITY",
            "temRoot\\System32\\Config\\DEFAULT, x, HKU\\.DEFAULT",
            "kVolume1\\EFI\\Microsoft\\Boot\\BCD, x, HKLM\\BCD00000000",
            "\\AppCompat\\Programs\\Amcache.hve, x, HKLM\\AMCACHE",
            "oot\\System32\\config\\COMPONENTS, x, HKLM\\COMPONENTS",
            "temRoot\\System32\\config\\DRIVERS, x, HKLM\\DRIVERS",
            "ny\\Desktop\\Vibranium-NTUSER.DAT, NTUSER_modified.DAT, HKCU",
            "'', NTUSER-WSL.DAT, HKCU",
            "'', SYSTEM_WIN_10_1709, HKLM\\SYSTEM",
            "'', sam (2), HKLM\\SAM",
            "\\temp\\ntuser.dat, SYSTEM, HKCU",
            "'', SAMPLE, HIVE\\SAMPLE",
            "'', Systematic.hiv, HIVE\\Systematic.hiv",
            "NTUSER.DAT\\, x, HIVE\\x" })
    void isFoundByTheNameOnTheMachineAndThenByTheFilesName(String embedded, String file, String location) throws IOException {
        assertEquals(location, root(header(folder.resolve(file), embedded)).text());
    }

    @Test
    void aFileNameIsKeptByteForByte() throws IOException {
        Shell.sh(folder, "touch \"$(printf 'x\\377\\n.hiv')\"");
        try (var files = Files.newDirectoryStream(folder)) {
            assertEquals(Location.key("HIVE", "x\udcff\n.hiv"), root(header(files.iterator().next(), "")));
        }
    }

    @NeedsCorpora
    @ParameterizedTest
    @CsvSource({
            "regipy/NTUSER.DAT, HKCU", "regipy/NTUSER_modified.DAT, HKCU", "regipy/NTUSER-WSL.DAT, HKCU",
            "regipy/transactions_NTUSER.DAT, HKCU", "plaso/NTUSER-WIN7.DAT, HKCU",
            "regipy/UsrClass.dat, HKCU\\Software\\Classes", "ez-registry/Acronis_0x52_Usrclass.dat, HKCU\\Software\\Classes",
            "regipy/SYSTEM_B, HKLM\\SYSTEM", "regipy/corrupted_system_hive, HKLM\\SYSTEM", "regipy/SAM, HKLM\\SAM",
            "ez-registry/SAM_DUPENAME, HKLM\\SAM", "regipy/SECURITY, HKLM\\SECURITY", "regipy/BCD, HKLM\\BCD00000000",
            "regipy/amcache.hve, HKLM\\AMCACHE", "plaso/100_sub_keys.hiv, HIVE\\100_sub_keys.hiv" })
    void isFoundForRealHives(String hive, String location) throws IOException {
        assertEquals(location, root(corpus(hive)).text());
    }

    @NeedsCorpora
    @ParameterizedTest
    @CsvSource({
            "regipy/NTUSER-WSL.DAT, HKCU", "regipy/UsrClass.dat, HKCU\\Software\\Classes", "regipy/SYSTEM_2, HKLM\\SYSTEM",
            "regipy/SAM, HKLM\\SAM", "regipy/SECURITY, HKLM\\SECURITY", "regipy/BCD, HKLM\\BCD00000000",
            "regipy/amcache.hve, HKLM\\AMCACHE", "regipy/ntuser_software_partial, HIVE\\copy" })
    void isFoundByTheFirstKeysWhereNoNameTells(String hive, String location) throws IOException {
        byte[] bytes = Files.readAllBytes(corpus(hive));
        ByteBuffer.wrap(bytes).put(48, new byte[64]);
        assertEquals(location, root(Files.write(folder.resolve("copy"), bytes)).text());
    }

    static Path corpus(String hive) {
        return Corpora.hives().resolve(hive);
    }
}
