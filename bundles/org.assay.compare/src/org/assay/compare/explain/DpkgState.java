package org.assay.compare.explain;

import java.util.Optional;

import org.assay.model.change.Change;
import org.assay.model.change.Explanation;
import org.assay.model.change.ExplanationKind;

/** The files in which dpkg keeps what belongs to one package. One of a package that stayed as it was has no reason to change. */
record DpkgState(TreePackages packages) implements TreeExplanation {

    private static final String INFO = "var/lib/dpkg/info/";

    @Override
    public Optional<Explanation> explain(Change change, String path) {
        if (!path.startsWith(INFO) || path.lastIndexOf('.') < INFO.length()) {
            return Optional.empty();
        }
        String name = path.substring(INFO.length(), path.lastIndexOf('.'));
        return Optional.of(name).filter(packages::isChanged)
                .map(owner -> new Explanation(ExplanationKind.DERIVED, packages.subject(owner), TreePackages.BY_SUSPECT,
                        "dpkg keeps it with the package."));
    }
}
