package org.assay.capture.linux;

/** What reads an NTFS file system under Linux. */
enum NtfsDriver {

    /** It is no NTFS. */
    NONE(""),
    /** ntfs-3g, in user space. Streams come as attributes {@code user.NAME} or, with streams_interface=windows, as {@code file:NAME}. */
    NTFS_3G("system.ntfs_acl"),
    /** ntfs3 of the kernel, which does not show streams. */
    NTFS3("system.ntfs_security");

    /** The file's attributes as Windows has them, 32 bits, most significant byte first. */
    static final String DOS_FLAGS = "system.ntfs_attrib_be";
    /** Four FILETIMEs, most significant byte first: created, modified, accessed, record changed. */
    static final String TIMES = "system.ntfs_times_be";
    static final String REPARSE_DATA = "system.ntfs_reparse_data";

    /** The attribute that holds the security descriptor. */
    final String security;

    NtfsDriver(String security) {
        this.security = security;
    }
}
