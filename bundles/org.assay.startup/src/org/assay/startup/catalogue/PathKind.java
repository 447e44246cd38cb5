package org.assay.startup.catalogue;

/**
 * Files by their paths.
 *
 * @param format the format of what stands inside them; empty where the file itself is what starts
 */
record PathKind(String name, String format) implements LocationKind {

    @Override
    public Reach reach() {
        return Reach.FILE;
    }
}
