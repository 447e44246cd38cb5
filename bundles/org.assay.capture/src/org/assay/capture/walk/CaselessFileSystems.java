package org.assay.capture.walk;

import java.util.Locale;
import java.util.Set;

/** The file systems that take names which differ in case only for one name, as they are made unless somebody says otherwise. */
final class CaselessFileSystems {

    /**
     * Of Windows and DOS, of macOS, and shares of Windows, by the types that Linux, Windows and macOS give them. On Linux what a driver in
     * user space reads from a disk is {@code fuseblk}: NTFS or exFAT.
     */
    private static final Set<String> TYPES = Set.of("vfat", "msdos", "fat", "fat32", "exfat", "ntfs", "ntfs3", "fuseblk", "hfs", "hfsplus",
            "apfs", "cifs", "smb3", "smbfs");

    private CaselessFileSystems() {
    }

    static boolean contains(String type) {
        return TYPES.contains(type.toLowerCase(Locale.ROOT));
    }
}
