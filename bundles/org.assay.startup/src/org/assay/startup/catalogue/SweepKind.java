package org.assay.startup.catalogue;

import org.assay.model.item.FileItem;

/** Whole subtrees of the registry or of a file system, of which other locations name a part. No file in one is an entry itself. */
record SweepKind(String name, Reach reach, Precedence precedence) implements LocationKind {

    @Override
    public boolean counts(FileItem file) {
        return false;
    }
}
