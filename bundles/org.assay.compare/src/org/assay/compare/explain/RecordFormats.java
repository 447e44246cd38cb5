package org.assay.compare.explain;

import java.util.List;

import org.assay.model.snapshot.KeptContent;

/** All kinds of records of packages. */
final class RecordFormats {

    private static final List<RecordFormat> ALL = List.of(new DpkgRecords(), new ApkRecords(), new PacmanRecords());

    /** What they need. */
    static final KeptContent KEPT = directory -> {
        String path = RecordTree.path(directory);
        return name -> ALL.stream().mapToLong(format -> format.keptBytes(path, name)).max().orElse(0);
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
