package org.assay.compare.explain;

import java.util.List;
import java.util.function.ToLongFunction;

import org.assay.model.snapshot.KeptContent;

/**
 * Reads the manifests that a tool keeps of the packages which it installs into a folder, wherever that folder lies. What it does not
 * understand it leaves out: then less is explained.
 */
interface ToolFormat {

    /** Up to which size in bytes it needs the content of the files directly in {@code directory}, as {@link KeptContent#in} says. */
    ToLongFunction<String> keptIn(String directory);

    /** The folders whose packages can own what lies at {@code path}; few, and found without reading files. */
    List<String> folders(RecordTree tree, String path);

    /** Reads what the capture kept of the manifests of the packages in {@code folder}. */
    void read(RecordTree tree, String folder, PackageRecords records);
}
