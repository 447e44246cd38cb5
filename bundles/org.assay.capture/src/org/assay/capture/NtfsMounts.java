package org.assay.capture;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Knows which file systems are NTFS, by asking one file of each. */
final class NtfsMounts {

    private final Map<Long, NtfsDriver> drivers = new ConcurrentHashMap<>();

    /** The driver of the file system {@code device}, on which the file lies that {@code file} reads. */
    NtfsDriver driver(long device, LinuxExtended file) throws IOException {
        NtfsDriver known = drivers.get(device);
        if (known == null) {
            known = file.get(NtfsDriver.TIMES) >= 0 ? NtfsDriver.NTFS_3G
                    : file.get(NtfsDriver.DOS_FLAGS) >= 0 ? NtfsDriver.NTFS3 : NtfsDriver.NONE;
            drivers.put(device, known);
        }
        return known;
    }
}
