package org.assay.capture.listed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

import org.assay.capture.file.UnixMode;
import org.assay.model.Location;
import org.assay.model.item.DigestAlgorithm;
import org.assay.model.item.FileDetails;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.FileTimes;
import org.assay.model.item.Untold;
import org.assay.model.text.Bytes;
import org.assay.model.text.FileName;

/** What a list tells of one file, filled in word by word; what it does not tell stays untold. */
final class ListedFile {

    private static final int SHA256_LENGTH = 32;
    private static final int PERMISSIONS = 07777;

    private final String path;
    private FileKind kind = FileKind.FILE;
    private OptionalLong size = OptionalLong.empty();
    private Optional<Instant> modified = Optional.empty();
    private Optional<Instant> changed = Optional.empty();
    private Optional<Instant> accessed = Optional.empty();
    private Optional<Instant> created = Optional.empty();
    private OptionalInt mode = OptionalInt.empty();
    private Optional<String> owner = Optional.empty();
    private Optional<String> group = Optional.empty();
    private Optional<String> target = Optional.empty();
    private Optional<Bytes> sha256 = Optional.empty();
    private final Map<DigestAlgorithm, Bytes> digests = new EnumMap<>(DigestAlgorithm.class);

    /** @param path as the list spells it, a character a byte */
    ListedFile(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    FileKind kind() {
        return kind;
    }

    ListedFile kind(FileKind other) {
        kind = other;
        return this;
    }

    ListedFile size(long bytes) {
        size = bytes < 0 ? OptionalLong.empty() : OptionalLong.of(bytes);
        return this;
    }

    ListedFile modified(Instant time) {
        modified = Optional.of(time);
        return this;
    }

    ListedFile changed(Instant time) {
        changed = Optional.of(time);
        return this;
    }

    ListedFile accessed(Instant time) {
        accessed = Optional.of(time);
        return this;
    }

    ListedFile created(Instant time) {
        created = Optional.of(time);
        return this;
    }

    /** Permissions, and what the file is where {@code bits} tell that as in {@code st_mode}. */
    ListedFile mode(int bits) {
        mode = OptionalInt.of(bits & PERMISSIONS);
        FileKind stated = UnixMode.kind(bits);
        kind = stated == FileKind.OTHER ? kind : stated;
        return this;
    }

    ListedFile owner(String name) {
        owner = Optional.of(name);
        return this;
    }

    ListedFile group(String name) {
        group = Optional.of(name);
        return this;
    }

    ListedFile target(String to) {
        target = Optional.of(to);
        return this;
    }

    /** A digest in hexadecimal digits by the name of its algorithm, whatever its case and hyphens; one that Assay has not is left out. */
    ListedFile digest(String algorithm, String hex) {
        return isHex(hex) ? digest(algorithm, Bytes.ofHex(hex)) : this;
    }

    ListedFile digest(String algorithm, Bytes value) {
        String name = algorithm.toUpperCase(Locale.ROOT).replaceAll("[-_ ]|DIGEST", "");
        if (name.equals("SHA256") && value.length() == SHA256_LENGTH) {
            sha256 = Optional.of(value);
            return this;
        }
        for (DigestAlgorithm one : DigestAlgorithm.values()) {
            if (one.name().equals(name) && one.length() == value.length()) {
                digests.put(one, value);
            }
        }
        return this;
    }

    /** A digest whose algorithm its length tells. */
    ListedFile digest(String hex) {
        return switch (hex.length()) {
            case 32 -> digest("MD5", hex);
            case 40 -> digest("SHA1", hex);
            case 64 -> digest("SHA256", hex);
            case 128 -> digest("SHA512", hex);
            default -> this;
        };
    }

    static boolean isHex(String text) {
        return !text.isEmpty() && text.length() % 2 == 0 && text.chars().allMatch(HexFormat::isHexDigit);
    }

    FileItem item(Location where) {
        Set<Untold> untold = EnumSet.noneOf(Untold.class);
        if (kind.hasContent() && sha256.isEmpty() || kind == FileKind.LINK && target.isEmpty()) {
            untold.add(Untold.CONTENT);
        }
        if (size.isEmpty()) {
            untold.add(Untold.SIZE);
        }
        if (modified.isEmpty()) {
            untold.add(Untold.MODIFIED_TIME);
        }
        FileDetails details = FileDetails.NONE.withContent(kind.hasContent() ? digests : Map.of(), Optional.empty(), Optional.empty())
                .withUntold(untold);
        return new FileItem(where, kind, size.orElse(0), new FileTimes(modified.orElse(Instant.EPOCH), changed, accessed, created),
                mode.isPresent() && kind != FileKind.LINK ? Optional.of(mode.getAsInt()) : Optional.empty(), owner, group,
                kind.hasContent() ? sha256 : Optional.empty(), kind == FileKind.LINK ? target.map(ListedFile::name) : Optional.empty(),
                details);
    }

    /** A text of bytes as a name. */
    static String name(String bytes) {
        return FileName.decode(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }
}
