package org.assay.compare.explain;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.assay.model.change.Change;
import org.assay.model.change.Explanation;
import org.assay.model.change.ExplanationKind;
import org.assay.model.field.Attribute;
import org.assay.model.item.FileItem;

/**
 * Files that their package brought, changed or took away. The record says what the content is; it says nothing about mode, owner and
 * attributes, so that a change of these is explained only together with a change of the package.
 */
record PackagedContent(TreePackages packages) implements TreeExplanation {

    private static final Set<Attribute> CONTENT_ONLY = EnumSet.of(Attribute.CONTENT, Attribute.SIZE, Attribute.MODIFIED_TIME,
            Attribute.LINKS);

    @Override
    public Optional<Explanation> explain(Change change, String path) {
        return switch (change.kind()) {
            case REMOVED -> gone(path);
            case ADDED, MODIFIED, MOVED -> packages.after().at(path).flatMap(record -> there(change, path, record));
        };
    }

    /** A file that the package no longer has, or that went with it. */
    private Optional<Explanation> gone(String path) {
        return packages.before().at(path).filter(record -> packages.isChanged(record.owner().name())
                && packages.after().at(path).isEmpty())
                .map(record -> explanation(record, TreePackages.BY_SUSPECT, packages.after().named(record.owner().name()).isPresent()
                        ? "The package in its new version has it no longer." : "It went with its package."));
    }

    private Optional<Explanation> there(Change change, String path, RecordedFile record) {
        FileItem file = (FileItem) change.item();
        boolean changed = packages.isChanged(record.owner().name());
        if (!changed && !CONTENT_ONLY.containsAll(change.attributes())) {
            return Optional.empty();
        }
        return switch (file.kind()) {
            case FILE -> packages.after().verdict(file) == ContentVerdict.AS_RECORDED ? Optional.of(asRecorded(path, record))
                    : Optional.empty();
            case DIRECTORY -> changed ? Optional.of(explanation(record, TreePackages.BY_SUSPECT, "It is a directory of the package."))
                    : Optional.empty();
            case LINK -> changed && packages.treeAfter().end(file).flatMap(packages.after()::at).isPresent()
                    ? Optional.of(explanation(record, TreePackages.BY_SUSPECT,
                            "It is a link of the package and leads to a file of a package.")) : Optional.empty();
            case FIFO, SOCKET, CHARACTER_DEVICE, BLOCK_DEVICE, OTHER, STREAM -> Optional.empty();
        };
    }

    private Explanation asRecorded(String path, RecordedFile record) {
        boolean baselineAgrees = packages.isSameVersion(record.owner())
                && packages.before().at(path).flatMap(RecordedFile::digest).equals(record.digest());
        return explanation(record, baselineAgrees ? TreePackages.BY_BASELINE : TreePackages.BY_SUSPECT,
                "Its content is what the package records: " + record.digest().orElseThrow() + ".");
    }

    private Explanation explanation(RecordedFile record, String voucher, String sentence) {
        return new Explanation(ExplanationKind.PACKAGE, packages.subject(record.owner().name()), voucher, sentence);
    }
}
