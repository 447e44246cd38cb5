package org.assay.compare.explain;

import java.util.Optional;

import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.Explanation;
import org.assay.model.change.ExplanationKind;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;

/**
 * Links that the scripts of a package made: alternatives, units and services that it enables, certificates. Explained only where they lead,
 * over whatever links, to a file of a package that came, went or changed its version, or to a copy of one among settings, and lie where
 * only root makes any. A link that the package itself lists may lead to what the baseline holds and nobody altered, or nowhere.
 */
record PackageLinks(TreePackages packages) implements TreeExplanation {

    @Override
    public Optional<Explanation> explain(Change change, String path) {
        boolean gone = change.kind() == ChangeKind.REMOVED;
        FileItem link = (FileItem) change.item();
        if (link.kind() != FileKind.LINK || !path.startsWith("etc/") && !path.startsWith("usr/") && !path.startsWith("var/lib/")) {
            return Optional.empty();
        }
        PackageRecords records = gone ? packages.before() : packages.after();
        RecordTree tree = gone ? packages.treeBefore() : packages.treeAfter();
        Optional<String> end = tree.end(link);
        return end.flatMap(records::at).map(RecordedFile::owner).or(() -> end.flatMap(to -> copied(tree, records, to)))
                .or(() -> records.at(path).map(RecordedFile::owner).filter(_ -> end.filter(this::isAsBefore).isPresent()))
                .map(InstalledPackage::name).filter(packages::isChanged)
                .map(owner -> new Explanation(ExplanationKind.DERIVED, packages.subject(owner), TreePackages.BY_SUSPECT,
                        "It " + (gone ? "led" : "leads") + " to a file of the package, or to what the baseline has."));
    }

    /** The package of whose template the setting at {@code path} is a copy. */
    private static Optional<InstalledPackage> copied(RecordTree tree, PackageRecords records, String path) {
        return tree.at(path).filter(_ -> path.startsWith("etc/")).filter(file -> file.sizeBytes() > 0).flatMap(records::holding);
    }

    /** Whether both sides have the same content there, or nothing. */
    private boolean isAsBefore(String path) {
        return packages.treeBefore().at(path).map(FileItem::sha256).equals(packages.treeAfter().at(path).map(FileItem::sha256));
    }
}
