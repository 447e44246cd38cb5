package org.assay.compare.explain;

import java.util.function.ToLongFunction;

import org.assay.model.snapshot.KeptContent;

/** Reads the records of one kind of packages. What it does not understand it leaves out: then less is explained. */
interface RecordFormat {

    /** Up to which size in bytes it needs the content of the files directly in {@code directory}, as {@link KeptContent#in} says. */
    ToLongFunction<String> keptIn(String directory);

    /** Reads what the capture kept of them. */
    void read(RecordTree tree, PackageRecords records);
}
