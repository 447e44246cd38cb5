package org.assay.app.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.assay.app.Case;
import org.assay.custody.Envelope;
import org.assay.custody.KeyFile;
import org.assay.custody.KeyKind;
import org.assay.custody.NewKey;
import org.assay.custody.Password;
import org.assay.custody.SigningKey;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.custody.LogHead;
import org.assay.model.text.Bytes;
import org.assay.model.text.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever packs chooses what is in the pack: only what fits its manifest and is admitted as a case becomes one. */
class UnpackCaseTest {

    private static final String CASE = "case.mv.db";

    @TempDir
    Path folder;

    private final SigningKey key = new NewKey("ann", KeyKind.P256, "Ann", "", 10).make(Instant.now());
    private Path keys;
    private byte[] caseBytes;
    private Bytes digest;
    private LogHead head;

    @BeforeEach
    void makeACase() throws IOException {
        keys = folder.resolve("ann.p12");
        KeyFile file = KeyFile.openOrNew(keys, new Password("secret".toCharArray()));
        file.add(key, new Password("secret".toCharArray()));
        file.save(new Password("secret".toCharArray()));
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        try (Case made = Case.create(folder.resolve("made"))) {
            made.copy(copy);
            digest = made.digest().orElseThrow().digest().sha256();
            head = made.logHead();
        }
        caseBytes = copy.toByteArray();
    }

    @Test
    void whatFitsIsTaken() throws IOException {
        UnpackCase.Unpacked unpacked = unpack(pack(Map.of(CASE, caseBytes), manifest(caseBytes, digest, head)));
        try (Case opened = Case.open(unpacked.file())) {
            assertEquals(Optional.of(digest), opened.digest().map(stored -> stored.digest().sha256()));
        }
    }

    @Test
    void whatDoesNotFitItsManifestIsNotTaken() throws IOException {
        byte[] other = caseBytes.clone();
        other[other.length / 2] ^= 1;
        assertRefused("does not fit its manifest", pack(Map.of(CASE, other), manifest(caseBytes, digest, head)));
        Map<String, byte[]> more = new LinkedHashMap<>(Map.of(CASE, caseBytes));
        more.put("../more", new byte[1]);
        assertRefused("does not fit its manifest", pack(more, manifest(caseBytes, digest, head)));
        assertRefused("does not fit its manifest", pack(Map.of(CASE, caseBytes), ""));
        assertRefused("manifest of the pack is not one", pack(Map.of(CASE, caseBytes), manifest(caseBytes, digest, head) + "more\n"));
        assertRefused("manifest of the pack is not one", pack(Map.of(CASE, caseBytes), "nothing"));
    }

    @Test
    void aCaseThatIsNotTheOneOfTheManifestIsNotTaken() throws IOException {
        assertRefused("not the one", pack(Map.of(CASE, caseBytes), manifest(caseBytes, head.sha256(), head)));
        assertRefused("not the one", pack(Map.of(CASE, caseBytes), manifest(caseBytes, digest, new LogHead(2, head.sha256()))));
    }

    @Test
    void whatIsNotAdmittedAsACaseIsNotTaken() throws IOException {
        byte[] none = "no case at all, but with a manifest that fits".getBytes(StandardCharsets.UTF_8);
        assertRefused("case", pack(Map.of(CASE, none), manifest(none, digest, head)));
        assertRefused("case", pack(Map.of(CASE, new byte[0]), manifest(new byte[0], digest, head)));
    }

    @Test
    void whatIsEncryptedAndNoPackIsNotTaken() throws IOException {
        assertRefused("is not a packed case", sealed(new byte[10]));
        assertRefused("is not a packed case", sealed(new byte[0]));
        assertRefused("is not a packed case", pack(Map.of("seal-1.p7s", caseBytes), manifest(caseBytes, digest, head)));
    }

    private static String manifest(byte[] bytes, Bytes digest, LogHead head) {
        return new PackManifest(Instant.EPOCH, digest, head, List.of(new PackManifest.PackedFile(CASE, bytes.length,
                Bytes.copyOf(Sha256.start().digest(bytes))))).text();
    }

    /** A pack; without a manifest where that is empty. */
    private Path pack(Map<String, byte[]> files, String manifest) throws IOException {
        Map<String, byte[]> all = new LinkedHashMap<>(files);
        if (!manifest.isEmpty()) {
            all.put("MANIFEST.txt", manifest.getBytes(StandardCharsets.UTF_8));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : all.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return sealed(bytes.toByteArray());
    }

    private Path sealed(byte[] content) throws IOException {
        Path file = folder.resolve("pack");
        try (OutputStream out = Files.newOutputStream(file);
                OutputStream sealed = new Envelope(List.of(key.certificate()), Optional.empty()).seal(out)) {
            sealed.write(content);
        }
        return file;
    }

    private UnpackCase.Unpacked unpack(Path pack) {
        return new UnpackCase(pack, folder.resolve("new"), Optional.of(new KeyArguments(new KeyPlace.InFile(keys), "")))
                .run("secret".toCharArray());
    }

    private void assertRefused(String said, Path pack) throws IOException {
        List<Path> before = files();
        AssayException refused = assertThrows(AssayException.class, () -> unpack(pack));
        assertTrue(refused.code() == ErrorCode.SOURCE || refused.code() == ErrorCode.CASE_FILE, refused.code() + "");
        assertTrue(refused.getMessage().contains(said), refused.getMessage());
        assertEquals(before, files());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }
}
