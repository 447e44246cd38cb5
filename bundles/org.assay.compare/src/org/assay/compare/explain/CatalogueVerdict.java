package org.assay.compare.explain;

/** What the catalogues of a tree say of a program that carries no signature. */
public enum CatalogueVerdict {
    /** The tree has none. */
    NO_CATALOGUES,
    /** They were not kept, or the digest by which they list programs was not made. */
    NOT_LOOKED_AT,
    NOT_LISTED,
    /** Its signer signed none of the baseline's. */
    LISTED_BY_STRANGER,
    LISTED
}
