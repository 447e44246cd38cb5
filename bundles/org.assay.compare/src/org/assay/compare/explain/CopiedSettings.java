package org.assay.compare.explain;

import java.util.Optional;

import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.Explanation;
import org.assay.model.change.ExplanationKind;
import org.assay.model.field.Attribute;
import org.assay.model.item.ContentType;
import org.assay.model.item.FileItem;

/**
 * Settings below {@code /etc} that a package's script copied from a template among its files, as ucf does. Programs and scripts are not
 * explained so: a copy of a shell under another name is what an intruder makes.
 */
record CopiedSettings(TreePackages packages) implements TreeExplanation {

    @Override
    public Optional<Explanation> explain(Change change, String path) {
        FileItem file = (FileItem) change.item();
        boolean copied = change.kind() == ChangeKind.ADDED
                || change.kind() == ChangeKind.MODIFIED && change.attributes().contains(Attribute.CONTENT);
        if (!copied || !path.startsWith("etc/") || file.sizeBytes() == 0
                || file.details().contentType().filter(ContentType::isExecutable).isPresent()) {
            return Optional.empty();
        }
        return packages.after().holding(file).filter(owner -> packages.isChanged(owner.name()))
                .map(owner -> new Explanation(ExplanationKind.DERIVED, packages.subject(owner.name()), TreePackages.BY_SUSPECT,
                        "Its content is that of a template of the package."));
    }
}
