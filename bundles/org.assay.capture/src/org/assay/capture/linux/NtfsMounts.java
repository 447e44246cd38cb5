package org.assay.capture.linux;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.assay.capture.file.FileState;

/** Knows which file systems are NTFS, by asking one file of each. */
final class NtfsMounts {

    private final Map<Long, NtfsDriver> drivers = new ConcurrentHashMap<>();

    /** The driver of the file system of the file which is {@code state} and is asked as {@link LinuxKernel#attribute} does. */
    NtfsDriver driver(FileState state, LinuxKernel kernel, int descriptor, String path) throws IOException {
        if (state.inode().isEmpty()) {
            return NtfsDriver.NONE;
        }
        long device = state.inode().get().device();
        NtfsDriver known = drivers.get(device);
        if (known == null) {
            known = kernel.attribute(descriptor, path, NtfsDriver.TIMES) >= 0 ? NtfsDriver.NTFS_3G
                    : kernel.attribute(descriptor, path, NtfsDriver.DOS_FLAGS) >= 0 ? NtfsDriver.NTFS3 : NtfsDriver.NONE;
            drivers.put(device, known);
        }
        return known;
    }
}
