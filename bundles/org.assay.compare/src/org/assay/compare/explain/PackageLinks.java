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
 * over whatever links, to a file of a package that came, went or changed its version, and lie where only root makes any.
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
        return (gone ? packages.treeBefore() : packages.treeAfter()).end(link).flatMap(records::at)
                .map(record -> record.owner().name()).filter(packages::isChanged)
                .map(owner -> new Explanation(ExplanationKind.DERIVED, packages.subject(owner), TreePackages.BY_SUSPECT,
                        "It " + (gone ? "led" : "leads") + " to a file of the package."));
    }
}
