package org.assay.compare.rpm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.assay.model.item.DigestAlgorithm;
import org.assay.model.text.Bytes;
import org.junit.jupiter.api.Test;

class RpmDatabaseTest {

    private static final String SHA256 = "ab".repeat(32);

    @Test
    void aPackageOfRpmsOwnFormatIsRead() {
        List<RpmPackage> packages = RpmDatabase.ndb(RpmHeaderBuilder.ndb(RpmHeaderBuilder.packaged("a", "1", "/usr/bin/", "a", SHA256),
                RpmHeaderBuilder.packaged("b", "2", "/usr/bin/", "b", SHA256)));
        assertEquals(List.of(new RpmPackage("a.noarch", "1-1", List.of(file("usr/bin/a"))),
                new RpmPackage("b.noarch", "2-1", List.of(file("usr/bin/b")))), packages);
    }

    private static RpmFile file(String path) {
        return new RpmFile(path, Optional.empty(), Optional.of(Bytes.ofHex(SHA256)), false);
    }

    @Test
    void whatIsNotThereIsLeftOutAndWhatPeopleEditIsSaid() {
        byte[] header = new RpmHeaderBuilder().texts(1000, "a").texts(1001, "1").numbers(1003, 7).texts(1118, "/etc/", "/usr/lib/")
                .texts(1117, "a.conf", "other", "dir").numbers(1116, 0, 1, 1).texts(1035, "cd".repeat(16), "cd".repeat(16), "")
                .numbers(1037, 1 | 16, 0, 0).bytes(1029, 0, 4, 0).header();
        RpmPackage read = RpmHeader.read(header).flatMap(RpmPackage::of).orElseThrow();
        assertEquals("7:1", read.version());
        assertEquals(List.of(new RpmFile("etc/a.conf", Optional.of(DigestAlgorithm.MD5), Optional.of(Bytes.ofHex("cd".repeat(16))), true),
                new RpmFile("usr/lib/dir", Optional.of(DigestAlgorithm.MD5), Optional.empty(), false)), read.files());
    }

    @Test
    void severalVersionsOfAKernelAreSeveralPackages() {
        byte[] header = new RpmHeaderBuilder().texts(1000, "kernel-core").texts(1001, "6.1").texts(1002, "3").texts(1022, "x86_64")
                .texts(1047, "kernel", "installonlypkg(kernel)").header();
        assertEquals("kernel-core-6.1-3.x86_64", RpmHeader.read(header).flatMap(RpmPackage::of).orElseThrow().name());
    }

    @Test
    void slotsThatShareAHeaderGiveItOnce() {
        byte[] file = RpmHeaderBuilder.ndb(RpmHeaderBuilder.packaged("a", "1", "/", "a", SHA256));
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        for (int slot = 48; slot < 4096; slot += 16) {
            bytes.put(slot, file, 32, 16);
        }
        assertEquals(1, RpmDatabase.ndb(file).size());
    }

    @Test
    void aFolderThatIsNamedAgainAndAgainDoesNotGrow() {
        String[] names = new String[2000];
        Arrays.fill(names, "f");
        byte[] header = new RpmHeaderBuilder().texts(1000, "a").texts(1001, "1").texts(1118, "/" + "x".repeat(100_000) + "/")
                .texts(1117, names).numbers(1116, new int[2000]).header();
        assertTrue(RpmHeader.read(header).flatMap(RpmPackage::of).orElseThrow().files().size() < 5);
    }
}
