package org.assay.app.custody;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.assay.app.Case;
import org.assay.custody.Envelope;
import org.assay.custody.KeyNames;
import org.assay.custody.Password;
import org.assay.custody.TrustFiles;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Progress;
import org.assay.model.casefile.OwnerOnly;
import org.assay.model.casefile.StoredDigest;
import org.assay.model.custody.LogHead;
import org.assay.model.text.Bytes;
import org.assay.model.text.Sha256;
import org.assay.model.text.Visible;

/**
 * Packs a case in one encrypted file, to be handed over: the case as it is, its custody log and its seals, and a manifest. All of the case
 * is verified first.
 *
 * @param recipients files with the certificates of those who are to open it
 * @param out the file to write; neither it nor the same name with {@code .new}, under which it is written, may be there
 */
public record PackCase(List<Path> recipients, Path out) {

    private static final int BUFFER_BYTES = 1 << 16;
    /** A message under one key and nonce has 64 GiB at most (NIST SP 800-38D). */
    private static final long MAX_BYTES = 60L << 30;

    /**
     * What was packed.
     *
     * @param sha256 the digest of the file
     * @param digest that of the case in it
     * @param head where the custody log in it ends
     */
    public record Packed(Path file, Bytes sha256, StoredDigest digest, LogHead head) {
    }

    public PackCase {
        recipients = List.copyOf(recipients);
    }

    /** Packs; leaves nothing where it fails. A password's characters are overwritten. */
    public Packed run(Case openCase, Optional<char[]> password, Progress progress) {
        Optional<Password> secret = password.map(Password::new);
        try {
            return run(openCase, new Envelope(recipients.stream().map(file -> TrustFiles.certificates(file).getFirst()).toList(), secret),
                    progress);
        } finally {
            secret.ifPresent(Password::close);
        }
    }

    private Packed run(Case openCase, Envelope envelope, Progress progress) {
        openCase.requireWritable();
        Path made = out.resolveSibling(out.getFileName() + ".new");
        requireFree(out);
        requireFree(made);
        requireSize(openCase.file());
        StoredDigest digest = openCase.verifyAll(progress);
        LogHead head = openCase.logHead();
        try {
            try {
                Bytes sha256 = write(openCase, envelope, digest, head, made);
                if (!openCase.digest().equals(Optional.of(digest))) {
                    throw new AssayException(ErrorCode.WRONG_USAGE, "Something was stored in the case while it was packed. Wait for the end"
                            + " of what writes to it, then pack it.");
                }
                // nothing is handed over that the log does not know of
                openCase.packed(sha256, "for " + String.join(", ", names(envelope)) + "; the log in it ends with " + head.shortText());
                requireFree(out);
                Files.move(made, out);
                return new Packed(out, sha256, digest, head);
            } finally {
                Files.deleteIfExists(made);
            }
        } catch (IOException e) {
            throw new AssayException(ErrorCode.OUTPUT, "The pack " + Visible.text(out.toString()) + " could not be written: "
                    + Visible.text(String.valueOf(e.getMessage())) + ". Check the folder, the free space and your rights.", e);
        }
    }

    /** What is there is somebody's: even what a killed run left is for a person to remove. */
    private static void requireFree(Path file) {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new AssayException(ErrorCode.OUTPUT, "Something is at " + Visible.text(file.toString())
                    + " already. Choose another name for the pack, or move that away.");
        }
    }

    private static void requireSize(Path file) {
        if (file.toFile().length() > MAX_BYTES) {
            throw new AssayException(ErrorCode.WRONG_USAGE, "The case is larger than 60 GiB, which is more than AES-GCM encrypts in one"
                    + " message. Hand over its file in another way.");
        }
    }

    private static Bytes write(Case openCase, Envelope envelope, StoredDigest digest, LogHead head, Path file) throws IOException {
        MessageDigest sha256 = Sha256.start();
        try (FileChannel channel = FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                OwnerOnly.file())) {
            OutputStream written = new BufferedOutputStream(new DigestOutputStream(Channels.newOutputStream(channel), sha256),
                    BUFFER_BYTES);
            try (OutputStream sealed = envelope.seal(written)) {
                PackWriter.write(openCase, digest.digest().sha256(), head, Instant.now().truncatedTo(ChronoUnit.SECONDS), sealed);
            }
            written.flush();
            channel.force(true);
        }
        return Bytes.copyOf(sha256.digest());
    }

    private static List<String> names(Envelope envelope) {
        List<String> names = new ArrayList<>();
        for (X509Certificate certificate : envelope.certificates()) {
            names.add(KeyNames.of(certificate) + " (certificate " + KeyNames.fingerprint(certificate) + ")");
        }
        envelope.password().ifPresent(_ -> names.add("whoever has the password"));
        return names;
    }
}
