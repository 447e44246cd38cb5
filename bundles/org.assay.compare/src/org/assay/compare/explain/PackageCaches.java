package org.assay.compare.explain;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.assay.model.Location;
import org.assay.model.change.Change;
import org.assay.model.change.Explanation;
import org.assay.model.change.ExplanationKind;
import org.assay.model.item.ContentType;
import org.assay.model.item.FileItem;
import org.assay.model.snapshot.Glob;

/**
 * What the scripts and triggers of packages make of what is installed: caches, indexes, states. Which package makes what stands in
 * {@code package-caches.tsv}. Nothing that runs is explained by it.
 */
record PackageCaches(TreePackages packages) implements TreeExplanation {

    private static final List<Row> ROWS = RowFile.read(PackageCaches.class, "package-caches.tsv", 3).stream()
            .map(cells -> new Row(new Glob(cells.get(0)), Set.of(cells.get(1).split(",")), cells.get(2))).toList();

    /**
     * A line of the file.
     *
     * @param makers the packages that make it, without their architecture; one that ends with {@code *} stands for all that begin so
     */
    private record Row(Glob glob, Set<String> makers, String what) {
    }

    @Override
    public Optional<Explanation> explain(Change change, String path) {
        FileItem file = (FileItem) change.item();
        if (file.details().contentType().filter(ContentType::isExecutable).isPresent()) {
            return Optional.empty();
        }
        Location place = Location.file("", path.split("/"));
        return ROWS.stream().filter(row -> row.glob.matches(place) && isChanged(row.makers)).findFirst()
                .map(row -> new Explanation(ExplanationKind.DERIVED, "what changes of packages entail", TreePackages.BY_SUSPECT,
                        row.what + "."));
    }

    private boolean isChanged(Set<String> makers) {
        return makers.stream().anyMatch(maker -> maker.endsWith("*") ? packages.anyIsChanged(maker.substring(0, maker.length() - 1))
                : packages.isChanged(maker));
    }
}
