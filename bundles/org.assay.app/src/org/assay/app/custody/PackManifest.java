package org.assay.app.custody;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.custody.LogHead;
import org.assay.model.text.Bytes;

/**
 * What is in a pack, as the text that lies in it as its last file; {@code docs/pack-format.md} describes it.
 *
 * @param packed when, by the clock of the machine
 * @param digest the digest of the case
 * @param head where the custody log of the case ends
 * @param files all other files, in their order
 */
public record PackManifest(Instant packed, Bytes digest, LogHead head, List<PackedFile> files) {

    /** What the file is called. */
    static final String NAME = "MANIFEST.txt";

    /** Far above what a case with a thousand seals needs. */
    static final int MAX_BYTES = 1 << 20;

    private static final String HEADING = "assay pack 1";
    private static final int FIRST_FILE = 4;
    private static final int FILE_WORDS = 4;

    /**
     * A file in the pack.
     *
     * @param name without blanks
     * @param bytes its size
     */
    public record PackedFile(String name, long bytes, Bytes sha256) {

        private String line() {
            return "file " + name + " " + bytes + " " + sha256.hex();
        }
    }

    public PackManifest {
        files = List.copyOf(files);
    }

    /** The text, a line each with a line feed at its end. */
    String text() {
        return HEADING + "\npacked " + packed + "\ndigest " + digest.hex() + "\nlog " + head.entries() + " " + head.sha256().hex() + "\n"
                + files.stream().map(file -> file.line() + "\n").collect(Collectors.joining());
    }

    /** What the text says; fails with {@code SOURCE} when it is not one that {@link #text} gives. */
    static PackManifest parse(String text) {
        try {
            List<String> lines = text.lines().toList();
            List<String> log = words(lines.get(FIRST_FILE - 1), "log", 3);
            PackManifest manifest = new PackManifest(Instant.parse(words(lines.get(1), "packed", 2).get(1)),
                    Bytes.ofHex(words(lines.get(2), "digest", 2).get(1)), new LogHead(Long.parseLong(log.get(1)), Bytes.ofHex(log.get(2))),
                    lines.subList(FIRST_FILE, lines.size()).stream().map(PackManifest::file).toList());
            if (manifest.text().equals(text)) {
                return manifest;
            }
            throw malformed(Optional.empty());
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
            throw malformed(Optional.of(e));
        }
    }

    private static PackedFile file(String line) {
        List<String> words = words(line, "file", FILE_WORDS);
        return new PackedFile(words.get(1), Long.parseLong(words.get(2)), Bytes.ofHex(words.get(3)));
    }

    private static List<String> words(String line, String first, int count) {
        List<String> words = List.of(line.split(" ", -1));
        if (words.size() != count || !words.getFirst().equals(first)) {
            throw new IllegalArgumentException("no line of " + first);
        }
        return words;
    }

    private static AssayException malformed(Optional<Exception> cause) {
        return new AssayException(ErrorCode.SOURCE, "The manifest of the pack is not one that this Assay knows. Unpack it with the Assay"
                + " that packed it.", cause.orElse(null));
    }
}
