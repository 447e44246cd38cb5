package org.assay.capture.file;

import java.io.IOException;

import org.assay.model.Location;

/** A directory tree of some evidence: a folder, or what an image or an archive holds. */
public interface EvidenceTree {

    /** The location that its root gets. */
    Location location();

    /** What people call it, visible. */
    String name();

    /** Opens its root, each time anew. */
    Folder open() throws IOException;
}
