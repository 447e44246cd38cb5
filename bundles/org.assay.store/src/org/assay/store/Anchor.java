package org.assay.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.assay.model.casefile.CaseDigest;
import org.assay.model.casefile.OwnerOnly;
import org.assay.model.casefile.StoredDigest;
import org.assay.model.text.Bytes;
import org.assay.model.text.Visible;
import org.assay.store.database.CasePath;

/**
 * What was last written to a case, noted in a file beside it: nothing in an older copy of a case tells that it is older. It is a help
 * against accidents and no proof, for whoever can replace the one file can replace the other. Without it nothing is claimed.
 *
 * @param file where it is noted
 * @param noted what is noted there
 */
record Anchor(Path file, Optional<StoredDigest> noted) {

    private static final String SUFFIX = ".anchor";
    private static final String HEADING = "assay anchor 1";
    private static final int LINES = 4;
    private static final long MAX_BYTES = 1000;

    /** What is noted now. Where a case is only read, this is to be read before the case, so that it is not newer. */
    static Anchor of(CasePath path) {
        Path file = file(path);
        try {
            return new Anchor(file, Files.isRegularFile(file) && Files.size(file) <= MAX_BYTES
                    ? parsed(Files.readAllLines(file, StandardCharsets.ISO_8859_1)) : Optional.empty());
        } catch (IOException _) {
            return new Anchor(file, Optional.empty());
        }
    }

    private static Path file(CasePath path) {
        try {
            return Path.of(path.file().toRealPath() + SUFFIX);
        } catch (IOException _) {
            return Path.of(path.file() + SUFFIX);
        }
    }

    /** For a case that is not to be there. */
    static void remove(CasePath path) {
        try {
            Files.deleteIfExists(file(path));
        } catch (IOException e) {
            throw path.failure("What lies beside the case %s could not be removed. Remove it yourself.", e);
        }
    }

    private static Optional<StoredDigest> parsed(List<String> lines) {
        if (lines.size() != LINES || !lines.getFirst().equals(HEADING) || !lines.get(3).matches("[0-9a-f]{64}")
                || !lines.get(1).matches("\\d{1,18}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new StoredDigest(new CaseDigest(Bytes.ofHex(lines.get(3))), Long.parseLong(lines.get(1)),
                    Instant.parse(lines.get(2))));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** Fails when {@code found}, which the case says of itself, is older or other than what was noted. */
    void require(CasePath path, Optional<StoredDigest> found) {
        if (noted.isEmpty()) {
            return;
        }
        StoredDigest last = noted.orElseThrow();
        long generation = found.map(StoredDigest::generation).orElse(0L);
        if (generation < last.generation()) {
            throw path.failure("The case %s is older than what was last written to it: %,d times something was stored in it, the last"
                    + " time at %s, and this file has the first %,d. Find the newer file; if this one is meant, remove %s.", null,
                    last.generation(), last.written(), generation, Visible.text(file.toString()));
        }
        if (generation == last.generation() && !found.orElseThrow().digest().equals(last.digest())) {
            throw path.failure("The case %s is not the one that was last written here, at %s: its digest is %s, and that one's was %s."
                    + " If this one is meant, remove %s.", null, last.written(), found.orElseThrow().digest().shortText(),
                    last.digest().shortText(), Visible.text(file.toString()));
        }
    }

    /**
     * Notes what the disk has now. Where that cannot be, what was noted before stays, and claims less; then it tells {@code false}. It
     * holds nothing of the evidence, so others may read it, who may have to where several write to a case.
     */
    static boolean note(CasePath path, StoredDigest last) {
        Path file = file(path);
        Path made = file.resolveSibling(file.getFileName() + ".new");
        String text = String.join("\n", HEADING, Long.toString(last.generation()), last.written().toString(), last.digest().hex(), "");
        try {
            Files.deleteIfExists(made);
            try (FileChannel channel = FileChannel.open(made, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    OwnerOnly.fileForAllToRead()); OutputStream out = Channels.newOutputStream(channel)) {
                out.write(text.getBytes(StandardCharsets.ISO_8859_1));
                channel.force(true);
            }
            Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
