package org.assay.compare.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.assay.model.change.Change;
import org.assay.model.change.Explanation;
import org.assay.model.item.FileItem;
import org.assay.model.snapshot.KeptContent;
import org.assay.model.snapshot.SnapshotView;

/**
 * What packages say of the changes between two snapshots. The records of a tree are read when the first of its changes is asked about.
 * Not for several threads.
 */
public final class PackageEvidence {

    /** Which files a capture must keep the content of, so that later comparisons know what packages say. */
    public static final KeptContent KEPT = RecordFormats.KEPT;

    private final SnapshotView baseline;
    private final SnapshotView suspect;
    private final Map<String, TreePackages> trees = new HashMap<>();
    private final Map<String, List<TreeExplanation>> explanations = new HashMap<>();
    private final Map<String, CataloguedFiles> catalogues = new HashMap<>();
    private final Map<String, ToolPackages> tools = new HashMap<>();

    /** The packages in the trees of two snapshots. */
    public PackageEvidence(SnapshotView baseline, SnapshotView suspect) {
        this.baseline = baseline;
        this.suspect = suspect;
    }

    /** Says, as a sentence, that a package records another content of what is there now; empty when none does. */
    public Optional<String> contradiction(Change change) {
        if (change.after().isEmpty() || !(change.item() instanceof FileItem file)) {
            return Optional.empty();
        }
        TreePackages system = packages(tree(change));
        // What the system's packages own is theirs: the manifests in it came with them.
        return system.contradiction(file).or(() -> system.after().at(RecordTree.path(file.location())).isPresent() ? Optional.empty()
                : tools(tree(change)).contradiction(file));
    }

    /** What the suspect's catalogues say of what is there now, a program that carries no signature. */
    public CatalogueVerdict catalogues(Change change) {
        return catalogues(tree(change)).verdict((FileItem) change.item());
    }

    /** How packages explain the change. */
    public Optional<Explanation> explain(Change change) {
        if (!(change.item() instanceof FileItem)) {
            return Optional.empty();
        }
        String path = RecordTree.path(change.location());
        return explanations.computeIfAbsent(tree(change), tree -> explanations(tree)).stream()
                .map(one -> one.explain(change, path)).flatMap(Optional::stream).findFirst();
    }

    private CataloguedFiles catalogues(String name) {
        return catalogues.computeIfAbsent(name, tree -> new CataloguedFiles(new RecordTree(baseline, tree), new RecordTree(suspect, tree)));
    }

    private ToolPackages tools(String name) {
        return tools.computeIfAbsent(name, tree -> new ToolPackages(new RecordTree(baseline, tree), new RecordTree(suspect, tree)));
    }

    private static String tree(Change change) {
        return change.location().components().getFirst();
    }

    private TreePackages packages(String name) {
        return trees.computeIfAbsent(name, tree -> TreePackages.of(new RecordTree(baseline, tree), new RecordTree(suspect, tree),
                RecordFormats::read));
    }

    /** They are asked in this order. */
    private List<TreeExplanation> explanations(String tree) {
        TreePackages packages = packages(tree);
        List<TreeExplanation> all = new ArrayList<>();
        if (!packages.isEmpty()) {
            all.addAll(List.of(new PackagedContent(packages), new CopiedSettings(packages), new PackageLinks(packages),
                    new PamProfiles(packages), new PythonCaches(packages), new DpkgState(packages), new PackageCaches(packages)));
        }
        ComponentStore.of(packages.treeBefore(), packages.treeAfter()).ifPresent(all::add);
        all.add(tools(tree));
        DriverStore.of(packages.treeBefore(), packages.treeAfter()).ifPresent(all::add);
        if (tree.endsWith(":")) {
            all.add(catalogues(tree));
            all.add(new ProgramFolders(packages.treeBefore(), packages.treeAfter()));
        }
        return all;
    }
}
