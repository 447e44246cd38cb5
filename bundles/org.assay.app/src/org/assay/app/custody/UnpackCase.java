package org.assay.app.custody;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.assay.custody.OpenedEnvelope;
import org.assay.custody.Password;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.text.Bytes;
import org.assay.model.text.Sha256;
import org.assay.model.text.Visible;
import org.assay.store.ArrivedCase;

/**
 * Takes a case out of a pack. The case gets its name when everything is decrypted and fits the manifest, and the case is admitted as one
 * of a stranger is.
 *
 * @param pack the file
 * @param target where the case is to lie; nothing may be there
 * @param key whose key opens it; empty where a password does
 */
public record UnpackCase(Path pack, Path target, Optional<KeyArguments> key) {

    private static final String NO_PACK = "What is encrypted in it is not a packed case. Open it with 'openssl cms -decrypt' and look"
            + " what it is.";

    /** Far above what a case with a thousand seals holds. */
    private static final int MAX_FILES = 100_000;
    private static final int BUFFER_BYTES = 1 << 16;

    /**
     * What was unpacked.
     *
     * @param file where the case is
     * @param manifest what its pack told of it
     */
    public record Unpacked(Path file, PackManifest manifest) {
    }

    /**
     * Unpacks; leaves nothing where it fails.
     *
     * @param password of the key file, or of the pack where no key is named; its characters are overwritten
     */
    public Unpacked run(char[] password) {
        if (!Files.isRegularFile(pack)) {
            throw new AssayException(ErrorCode.SOURCE, "There is no pack at " + Visible.text(pack.toString()) + ". Check the path.");
        }
        try (Password secret = new Password(password); ArrivedCase arrived = ArrivedCase.at(target);
                FileInputStream in = new FileInputStream(pack.toFile())) {
            OpenedEnvelope envelope = key.isPresent() ? OpenedEnvelope.with(in, key.get().unlock(password))
                    : OpenedEnvelope.with(in, secret);
            PackManifest manifest = unpacked(envelope, arrived);
            ArrivedCase.State state = arrived.admit();
            if (!state.head().equals(manifest.head())
                    || !state.digest().map(stored -> stored.digest().sha256()).equals(Optional.of(manifest.digest()))) {
                throw new AssayException(ErrorCode.SOURCE, "The case in the pack is not the one that its manifest tells of. Have it packed"
                        + " again.");
            }
            return new Unpacked(arrived.place(state), manifest);
        } catch (IOException e) {
            throw new AssayException(ErrorCode.SOURCE, "The pack " + Visible.text(pack.toString()) + " cannot be unpacked: "
                    + Visible.text(String.valueOf(e.getMessage())) + ".", e);
        }
    }

    /** What was altered reads like something else: whether it was is told first. */
    private static PackManifest unpacked(OpenedEnvelope envelope, ArrivedCase arrived) throws IOException {
        try {
            PackManifest manifest = unpack(envelope.content(), arrived);
            envelope.requireEnd();
            return manifest;
        } catch (AssayException e) {
            envelope.requireEnd();
            throw e;
        }
    }

    private static PackManifest unpack(InputStream content, ArrivedCase arrived) throws IOException {
        List<PackManifest.PackedFile> found = new ArrayList<>();
        Optional<PackManifest> manifest = Optional.empty();
        // closed with what it reads from
        ZipInputStream zip = new ZipInputStream(content, StandardCharsets.UTF_8);
        for (Optional<ZipEntry> entry = next(zip); entry.isPresent(); entry = next(zip)) {
            String name = entry.get().getName();
            if (manifest.isPresent() || found.size() > MAX_FILES || found.isEmpty() != name.equals(PackWriter.CASE)) {
                throw new AssayException(ErrorCode.SOURCE, NO_PACK);
            }
            if (name.equals(PackManifest.NAME)) {
                manifest = Optional.of(PackManifest.parse(new String(reading(() -> zip.readNBytes(PackManifest.MAX_BYTES)),
                        StandardCharsets.UTF_8)));
            } else if (name.equals(PackWriter.CASE)) {
                try (OutputStream out = arrived.bytes()) {
                    found.add(copied(name, zip, out));
                }
            } else {
                found.add(copied(name, zip, OutputStream.nullOutputStream()));
            }
        }
        return manifest.filter(one -> one.files().equals(found)).orElseThrow(() -> new AssayException(ErrorCode.SOURCE,
                found.isEmpty() ? NO_PACK : "What is in the pack does not fit its manifest. Have it packed again."));
    }

    private static Optional<ZipEntry> next(ZipInputStream zip) {
        return Optional.ofNullable(reading(zip::getNextEntry));
    }

    private static PackManifest.PackedFile copied(String name, ZipInputStream zip, OutputStream out) throws IOException {
        MessageDigest sha256 = Sha256.start();
        byte[] buffer = new byte[BUFFER_BYTES];
        long bytes = 0;
        for (int length = reading(() -> zip.read(buffer)); length >= 0; length = reading(() -> zip.read(buffer))) {
            sha256.update(buffer, 0, length);
            out.write(buffer, 0, length);
            bytes += length;
        }
        return new PackManifest.PackedFile(name, bytes, Bytes.copyOf(sha256.digest()));
    }

    /** Reading what a stranger packed. */
    @FunctionalInterface
    private interface Reading<T> {
        T run() throws IOException;
    }

    private static <T> T reading(Reading<T> reading) {
        try {
            return reading.run();
        } catch (IOException | IllegalArgumentException e) {
            throw new AssayException(ErrorCode.SOURCE, NO_PACK, e);
        }
    }
}
