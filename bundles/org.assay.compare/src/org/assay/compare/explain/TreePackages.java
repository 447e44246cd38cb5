package org.assay.compare.explain;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.assay.model.item.FileItem;

/** The packages of one tree, before and after. */
final class TreePackages {

    static final String BY_BASELINE = "the baseline's own records of packages";
    static final String BY_SUSPECT = "the suspect's own records of packages, which an intruder can edit";

    private final RecordTree treeBefore;
    private final RecordTree treeAfter;
    private final PackageRecords before;
    private final PackageRecords after;

    private TreePackages(RecordTree treeBefore, RecordTree treeAfter, Function<RecordTree, PackageRecords> reader) {
        this.treeBefore = treeBefore;
        this.treeAfter = treeAfter;
        this.before = reader.apply(treeBefore);
        this.after = reader.apply(treeAfter);
    }

    /** Those that {@code reader} finds in a tree. */
    static TreePackages of(RecordTree before, RecordTree after, Function<RecordTree, PackageRecords> reader) {
        return new TreePackages(before, after, reader);
    }

    PackageRecords before() {
        return before;
    }

    PackageRecords after() {
        return after;
    }

    RecordTree treeBefore() {
        return treeBefore;
    }

    RecordTree treeAfter() {
        return treeAfter;
    }

    /** Whether neither side has any. */
    boolean isEmpty() {
        return before.isEmpty() && after.isEmpty();
    }

    /** What contradicts the content of {@code file}, as it is now. */
    Optional<String> contradiction(FileItem file) {
        String path = RecordTree.path(file.location());
        Optional<RecordedFile> now = after.at(path);
        Optional<RecordedFile> was = before.at(path);
        if (after.verdict(file) == ContentVerdict.CONTRADICTED) {
            return now.map(record -> "The package " + record.owner() + " records another content of it: "
                    + record.digest().orElseThrow() + ", in the suspect's own records.");
        }
        // The suspect's records agree, or say nothing: whoever edits a file can edit them. Those of the baseline are asked besides.
        // Where they name another owner, that package diverted the file or took it over.
        return was.filter(record -> isSameVersion(record.owner()) && before.verdict(file) == ContentVerdict.CONTRADICTED)
                .filter(record -> now.isEmpty() || now.get().owner().equals(record.owner()))
                .map(record -> "The package " + record.owner() + " records another content of it: " + record.digest().orElseThrow()
                        + ", in the baseline's own records; in those of the suspect the record "
                        + (now.flatMap(RecordedFile::digest).isPresent() ? "was altered." : "is missing."));
    }

    /** Whether the package is there, before and after, in the same version. */
    boolean isSameVersion(InstalledPackage installed) {
        Optional<InstalledPackage> was = before.named(installed.name());
        return was.isPresent() && was.equals(after.named(installed.name()));
    }

    /** Whether the package came, went, or is there in another version. */
    boolean isChanged(String name) {
        return !before.named(name).equals(after.named(name));
    }

    /** Whether any package whose name begins with {@code prefix} came, went, or is there in another version. */
    boolean anyIsChanged(String prefix) {
        return prefix.isEmpty() ? !before.packages().equals(after.packages())
                : Stream.of(before, after).flatMap(records -> records.packages().keySet().stream())
                        .anyMatch(name -> name.startsWith(prefix) && isChanged(name));
    }

    /** The package with its versions, as what explains changes. */
    String subject(String name) {
        Optional<InstalledPackage> was = before.named(name);
        Optional<InstalledPackage> is = after.named(name);
        if (was.isPresent() && is.isPresent()) {
            return "package " + was.get() + (was.equals(is) ? "" : " to " + is.get().version());
        }
        return is.map(installed -> "new package " + installed).orElseGet(() -> "removed package " + was.map(Object::toString).orElse(name));
    }
}
