package org.assay.compare.explain;

/** What records say of a file's content. */
enum ContentVerdict {
    /** No package says that the file is its own. */
    NOT_RECORDED,
    /** A package owns the file, but what its content is cannot be compared. */
    NO_DIGEST,
    AS_RECORDED,
    /** A configuration file whose content is not the one that the package brought, which is as it should be. */
    EDITED,
    CONTRADICTED
}
