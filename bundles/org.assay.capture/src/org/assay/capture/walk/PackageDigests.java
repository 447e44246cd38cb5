package org.assay.capture.walk;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.assay.capture.file.FileState;
import org.assay.capture.file.Folder;
import org.assay.model.Location;
import org.assay.content.SecurityCatalogue;
import org.assay.model.item.DigestAlgorithm;
import org.assay.model.item.FileKind;

/**
 * Which digests beside SHA-256 the files of a tree need to be compared with what their packages say. Debian's packages record MD5 and
 * Alpine's SHA-1; others record SHA-256. The catalogues of Windows name programs by what Authenticode signs of them.
 *
 * @param algorithms those of what lies in folders of packages; none where the tree has no such packages
 * @param everywhere those of all files
 */
public record PackageDigests(Set<DigestAlgorithm> algorithms, Set<DigestAlgorithm> everywhere) {

    private static final Set<DigestAlgorithm> OF_PROGRAMS = EnumSet.of(DigestAlgorithm.PESHA1, DigestAlgorithm.PESHA256);

    /** The records that packages of a kind leave, and the digest of files that stands in them. */
    private static final Map<List<String>, DigestAlgorithm> RECORDS = Map.of(
            List.of("var", "lib", "dpkg", "status"), DigestAlgorithm.MD5,
            List.of("lib", "apk", "db", "installed"), DigestAlgorithm.SHA1,
            List.of("usr", "lib", "apk", "db", "installed"), DigestAlgorithm.SHA1);

    /** Where packages put what they record digests of; what lies in {@code /var} and {@code /srv} changes as the machine works. */
    private static final Set<String> FOLDERS = Set.of("bin", "boot", "etc", "lib", "lib32", "lib64", "libx32", "libo32", "opt", "sbin",
            "usr");

    /** What the records in the tree {@code root} call for. */
    static PackageDigests in(Folder root) {
        EnumSet<DigestAlgorithm> algorithms = EnumSet.noneOf(DigestAlgorithm.class);
        RECORDS.forEach((path, algorithm) -> {
            if (!algorithms.contains(algorithm) && holds(root, path, FileKind.FILE)) {
                algorithms.add(algorithm);
            }
        });
        boolean catalogues = SecurityCatalogue.FOLDERS.stream().anyMatch(path -> holds(root, List.of(path.split("/")), FileKind.DIRECTORY));
        return new PackageDigests(algorithms, catalogues ? OF_PROGRAMS : Set.of());
    }

    /** What the files directly in {@code directory} need. */
    Set<DigestAlgorithm> digestsIn(Location directory) {
        List<String> components = directory.components();
        return !everywhere.isEmpty() || algorithms.isEmpty() || components.size() < 2 || !FOLDERS.contains(components.get(1))
                || components.size() > 2 && components.get(1).equals("usr") && components.get(2).equals("local") ? everywhere : algorithms;
    }

    private static boolean holds(Folder folder, List<String> path, FileKind kind) {
        try {
            FileState state = folder.state(path.getFirst());
            if (path.size() == 1) {
                return state.kind() == kind;
            }
            if (state.kind() != FileKind.DIRECTORY) {
                return false;
            }
            try (Folder next = folder.folder(path.getFirst())) {
                return holds(next, path.subList(1, path.size()), kind);
            }
        } catch (IOException e) {
            // Nothing is there, or it cannot be read: then its files cannot be, and the walk says so.
            return false;
        }
    }
}
