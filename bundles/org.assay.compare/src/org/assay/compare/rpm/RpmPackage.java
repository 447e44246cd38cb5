package org.assay.compare.rpm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.assay.model.item.DigestAlgorithm;
import org.assay.model.text.Bytes;

/**
 * A package that is installed.
 *
 * @param name with its architecture; of what is installed in several versions at once, such as a kernel, with the version, too
 * @param version with epoch, where it has one, and release
 * @param files without those that are not there: another architecture's, replaced ones, documentation that was left out
 */
public record RpmPackage(String name, String version, List<RpmFile> files) {

    // The numbers of fields and flags are those of "Tags" in rpm's manual.
    private static final int NAME = 1000;
    private static final int VERSION = 1001;
    private static final int RELEASE = 1002;
    private static final int EPOCH = 1003;
    private static final int ARCHITECTURE = 1022;
    private static final int FILE_STATES = 1029;
    private static final int FILE_DIGESTS = 1035;
    private static final int FILE_FLAGS = 1037;
    private static final int PROVIDES = 1047;
    private static final int FILE_FOLDERS = 1116;
    private static final int FILE_NAMES = 1117;
    private static final int FOLDERS = 1118;
    private static final int FILE_DIGEST_ALGORITHM = 5011;

    private static final int FLAG_CONFIGURATION = 1;
    private static final int STATE_NORMAL = 0;

    /** What a package provides that is installed beside its other versions, as dnf and zypper ask for it. */
    private static final List<String> SEVERAL_AT_ONCE = List.of("installonlypkg(", "multiversion(");

    /** Keys are kept as packages of this name, one a key. */
    private static final String KEY = "gpg-pubkey";

    public RpmPackage {
        files = List.copyOf(files);
    }

    /** The package that a header describes; empty when it has no name or version. */
    static Optional<RpmPackage> of(RpmHeader header) {
        Optional<String> name = header.text(NAME);
        Optional<String> version = header.text(VERSION);
        if (name.isEmpty() || version.isEmpty()) {
            return Optional.empty();
        }
        int[] epoch = header.numbers(EPOCH);
        String plain = version.get() + header.text(RELEASE).map(release -> "-" + release).orElse("");
        String machine = header.text(ARCHITECTURE).map(architecture -> "." + architecture).orElse("");
        boolean several = name.get().equals(KEY) || header.texts(PROVIDES).stream()
                .anyMatch(provided -> SEVERAL_AT_ONCE.stream().anyMatch(provided::startsWith));
        return Optional.of(new RpmPackage(name.get() + (several ? "-" + plain : "") + machine,
                (epoch.length > 0 ? Integer.toUnsignedString(epoch[0]) + ":" : "") + plain, files(header)));
    }

    private static List<RpmFile> files(RpmHeader header) {
        List<String> names = header.texts(FILE_NAMES);
        List<String> folders = header.texts(FOLDERS);
        List<String> digests = header.texts(FILE_DIGESTS);
        int[] indices = header.numbers(FILE_FOLDERS);
        int[] flags = header.numbers(FILE_FLAGS);
        int[] states = header.numbers(FILE_STATES);
        int[] algorithms = header.numbers(FILE_DIGEST_ALGORITHM);
        Optional<DigestKind> kind = DigestKind.of(algorithms.length > 0 ? algorithms[0] : DigestKind.MD5);
        List<RpmFile> files = new ArrayList<>();
        // Folders that are named again and again must not become more text than the header has room for.
        long left = header.length();
        for (int file = 0; file < Math.min(names.size(), indices.length) && left > 0; file++) {
            boolean there = file >= states.length || states[file] == STATE_NORMAL;
            if (there && indices[file] >= 0 && indices[file] < folders.size() && folders.get(indices[file]).startsWith("/")) {
                String path = (folders.get(indices[file]) + names.get(file)).substring(1);
                left -= path.length();
                String digits = file < digests.size() ? digests.get(file) : "";
                files.add(new RpmFile(path, kind.flatMap(DigestKind::algorithm), kind.flatMap(one -> one.read(digits)),
                        file < flags.length && (flags[file] & FLAG_CONFIGURATION) != 0));
            }
        }
        return files;
    }

    /**
     * Which digest the files have.
     *
     * @param algorithm empty for SHA-256
     */
    private record DigestKind(Optional<DigestAlgorithm> algorithm, int bytes) {

        /** What counts where nothing is said: packages of before 2009. */
        static final int MD5 = 1;

        /** By the number that OpenPGP gives it (RFC 9580, 9.5); empty for one that Assay does not make. */
        static Optional<DigestKind> of(int number) {
            return switch (number) {
                case MD5 -> Optional.of(new DigestKind(Optional.of(DigestAlgorithm.MD5), DigestAlgorithm.MD5.length()));
                case 2 -> Optional.of(new DigestKind(Optional.of(DigestAlgorithm.SHA1), DigestAlgorithm.SHA1.length()));
                case 8 -> Optional.of(new DigestKind(Optional.empty(), 32));
                case 10 -> Optional.of(new DigestKind(Optional.of(DigestAlgorithm.SHA512), DigestAlgorithm.SHA512.length()));
                default -> Optional.empty();
            };
        }

        Optional<Bytes> read(String hex) {
            if (hex.length() != 2 * bytes) {
                return Optional.empty();
            }
            try {
                return Optional.of(Bytes.ofHex(hex));
            } catch (IllegalArgumentException e) {
                // It is no digest; then nothing is said of the file.
                return Optional.empty();
            }
        }
    }
}
