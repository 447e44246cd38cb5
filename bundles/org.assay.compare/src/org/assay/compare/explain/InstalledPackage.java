package org.assay.compare.explain;

/**
 * A package as a machine's records have it.
 *
 * @param name with the architecture behind a colon where a machine can have it for several
 */
record InstalledPackage(String name, String version) {

    @Override
    public String toString() {
        return name + " " + version;
    }
}
