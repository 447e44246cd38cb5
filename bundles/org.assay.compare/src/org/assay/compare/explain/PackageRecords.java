package org.assay.compare.explain;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;

/** What the records of the packages in one tree of one snapshot say. They could be edited like any file. */
final class PackageRecords {

    /** The folders that became links when {@code /usr} took them in; records name files by either path. */
    private static final Set<String> MERGED = Set.of("bin", "lib", "lib32", "lib64", "libo32", "libx32", "sbin");

    private final Map<String, InstalledPackage> packages = new HashMap<>();
    private final Map<String, RecordedFile> files = new HashMap<>();
    /** Further digests of a path: the manifest of an earlier version may have been left behind. */
    private final Map<String, Set<RecordedDigest>> others = new HashMap<>();
    private final Map<RecordedDigest, InstalledPackage> contents = new HashMap<>();
    private final Map<String, String> merged = new HashMap<>();

    /** No records yet of {@code tree}. */
    PackageRecords(RecordTree tree) {
        for (String folder : MERGED) {
            tree.at(folder).filter(item -> item.kind() == FileKind.LINK).flatMap(RecordTree::target)
                    .ifPresent(target -> merged.put(folder, target));
        }
    }

    boolean isEmpty() {
        return packages.isEmpty();
    }

    void add(InstalledPackage installed) {
        packages.put(installed.name(), installed);
    }

    /** Adds what a package records of a path; a file with a digest stands above one without. */
    void add(String path, RecordedFile file) {
        RecordedFile known = files.merge(real(path), file, (one, other) -> one.digest().isPresent() ? one : other);
        file.digest().ifPresent(digest -> {
            contents.put(digest, file.owner());
            if (!known.digest().equals(file.digest())) {
                others.computeIfAbsent(real(path), _ -> new HashSet<>()).add(digest);
            }
        });
    }

    Optional<InstalledPackage> named(String name) {
        return Optional.ofNullable(packages.get(name));
    }

    Map<String, InstalledPackage> packages() {
        return packages;
    }

    /** What is recorded of the path. */
    Optional<RecordedFile> at(String path) {
        return Optional.ofNullable(files.get(real(path)));
    }

    /** A package one of whose files has the content of {@code file}. */
    Optional<InstalledPackage> holding(FileItem file) {
        return RecordedDigest.all(file).map(contents::get).filter(Objects::nonNull).findFirst();
    }

    /** What the records say of {@code file}'s content; where several record the path, it is as recorded if it is as one of them says. */
    ContentVerdict verdict(FileItem file) {
        String path = RecordTree.path(file.location());
        Optional<RecordedFile> recorded = at(path);
        if (recorded.isEmpty()) {
            return ContentVerdict.NOT_RECORDED;
        }
        if (file.kind() != FileKind.FILE || recorded.get().digest().isEmpty()) {
            return ContentVerdict.NO_DIGEST;
        }
        if (others.getOrDefault(real(path), Set.of()).stream().anyMatch(digest -> digest.isOf(file).orElse(false))) {
            return ContentVerdict.AS_RECORDED;
        }
        return recorded.get().digest().get().isOf(file)
                .map(same -> same ? ContentVerdict.AS_RECORDED : recorded.get().configuration() ? ContentVerdict.EDITED
                        : ContentVerdict.CONTRADICTED)
                .orElse(ContentVerdict.NO_DIGEST);
    }

    private String real(String path) {
        int end = path.indexOf('/');
        String target = merged.get(end < 0 ? path : path.substring(0, end));
        return target == null || end < 0 ? path : target + path.substring(end);
    }
}
