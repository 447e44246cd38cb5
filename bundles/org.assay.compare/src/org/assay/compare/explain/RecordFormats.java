package org.assay.compare.explain;

import java.util.List;
import java.util.function.ToLongFunction;

import org.assay.model.snapshot.KeptContent;

/** All kinds of records of packages. */
final class RecordFormats {

    private static final List<RecordFormat> ALL = List.of(new DpkgRecords(), new ApkRecords(), new PacmanRecords(), new RpmRecords());

    /** What they, the manifests of tools, and catalogues need. No two keep their records in one directory. */
    static final KeptContent KEPT = directory -> {
        String path = RecordTree.path(directory);
        for (RecordFormat format : ALL) {
            ToLongFunction<String> kept = format.keptIn(path);
            if (kept != KeptContent.NOTHING) {
                return kept;
            }
        }
        ToLongFunction<String> kept = ToolPackages.keptIn(path);
        return kept != KeptContent.NOTHING ? kept : CatalogueIndex.keptIn(path);
    };

    private RecordFormats() {
    }

    /** What the capture kept of the records in {@code tree}. */
    static PackageRecords read(RecordTree tree) {
        PackageRecords records = new PackageRecords(tree);
        ALL.forEach(format -> format.read(tree, records));
        return records;
    }
}
