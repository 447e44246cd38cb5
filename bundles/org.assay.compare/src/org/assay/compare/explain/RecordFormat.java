package org.assay.compare.explain;

/** Reads the records of one kind of packages. What it does not understand it leaves out: then less is explained. */
interface RecordFormat {

    /** Which files it needs the content of, by their path: up to which size in bytes; 0 for all others. */
    long keptBytes(String directory, String name);

    /** Reads what the capture kept of them. */
    void read(RecordTree tree, PackageRecords records);
}
