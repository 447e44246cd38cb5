package org.assay.model.item;

/**
 * A mark that a file system keeps on a file: those of Linux (statx(2), {@code stx_attributes}; ioctl_iflags(2)) and of DOS and Windows
 * ([MS-FSCC] section 2.6). Stored by name.
 */
public enum FileFlag {
    /** Nobody may change, rename or remove it, the administrator included. */
    IMMUTABLE,
    /** It can only be written to at its end. */
    APPEND_ONLY,
    COMPRESSED, ENCRYPTED,
    /** Backups leave it out. */
    NO_DUMP,
    /** fs-verity guards its content. */
    VERITY,
    /** Its content is mapped directly from persistent memory. */
    DAX,
    READ_ONLY,
    /** Windows does not show it. */
    HIDDEN,
    /** Windows takes it for a part of itself and does not show it. */
    SYSTEM,
    /** Changed since the last backup; set by every write, so it is not compared. */
    ARCHIVE,
    TEMPORARY, SPARSE,
    /** Something else than its data decides what opening it gives: a link, a mount point, a file in the cloud. */
    REPARSE_POINT,
    /** Its data is not at hand. */
    OFFLINE,
    /** The search index leaves it out. */
    NOT_INDEXED
}
