package org.assay.capture.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.assay.capture.Captures;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.snapshot.Remark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Evidence that is not what a tree is made of: what it looks like, and what to do. */
class WrongFolderTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"[root]/etc, UAC, folder [root]", "uploads/auto/C%3A/Windows, Velociraptor, uploads/auto/C%3A",
        "uploads/ntfs/%5C%5C.%5CC%3A/Windows, Velociraptor, as the tree C ", "C/Windows/System32, KAPE, as the tree C "})
    void aCollectorsFolderSaysWhereTheMachineIs(String path, String collector, String advice) throws IOException {
        Files.createDirectories(folder.resolve(path));
        List<Remark> remarks = Captures.of(Captures.tree("", folder)).remarks;
        assertEquals(1, remarks.size(), remarks.toString());
        assertTrue(remarks.getFirst().text().contains(collector) && remarks.getFirst().text().contains(advice.strip()), remarks.toString());
    }

    @ParameterizedTest
    @CsvSource({"etc", "Windows/System32", "c/nothing", "uploads/auto"})
    void anyOtherFolderDoesNot(String path) throws IOException {
        Files.createDirectories(folder.resolve(path));
        assertEquals(List.of(), Captures.of(Captures.tree("", folder)).remarks);
    }

    @ParameterizedTest
    @CsvSource({"0, QFI\u00fb, qemu-nbd", "0, vhdxfile, qemu-nbd", "257, ustar, Unpack", "0, 'PK\u0003\u0004', Unpack",
        "3, 'NTFS    ', mount -o ro", "510, U\u00aa, losetup", "32769, CD001, mount -o ro", "0, text, Name an existing folder"})
    void anImageSaysWhatToDo(int offset, String signature, String advice) throws IOException {
        byte[] content = new byte[40_000];
        byte[] bytes = signature.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, content, offset, bytes.length);
        assertRefused(Files.write(folder.resolve("disk"), content), advice);
    }

    @Test
    void anArchiveOrAnImageOfEnCaseSaysWhatToDo() throws IOException {
        assertRefused(Files.write(folder.resolve("disk"), new byte[] {0x1f, (byte) 0x8b, 8}), "Unpack it");
        assertRefused(Files.write(folder.resolve("disk"), "EVF\t\r\n\u00ff\0".getBytes(StandardCharsets.ISO_8859_1)), "ewfmount");
    }

    @Test
    void whatIsNotThereIsSaidAsBefore() {
        assertRefused(folder.resolve("missing"), "Name an existing folder");
    }

    private static void assertRefused(Path path, String advice) {
        AssayException thrown = assertThrows(AssayException.class, () -> Captures.of(Captures.tree("", path)));
        assertEquals(ErrorCode.SOURCE, thrown.code());
        assertTrue(thrown.getMessage().contains(advice), thrown.getMessage());
    }
}
