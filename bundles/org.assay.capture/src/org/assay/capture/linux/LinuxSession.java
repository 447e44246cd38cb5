package org.assay.capture.linux;

import java.io.IOException;

import org.assay.model.text.FileName;

/** What everything that is open of Linux shares: the door to the kernel, one a thread, and what was learnt of users and mounts. */
final class LinuxSession {

    private final LinuxAccounts accounts = new LinuxAccounts();
    private final ThreadLocal<LinuxKernel> kernels = ThreadLocal.withInitial(LinuxKernel::new);
    private final NtfsMounts ntfs = new NtfsMounts();
    private volatile boolean accessTimesAtRisk;

    LinuxKernel kernel() {
        return kernels.get();
    }

    LinuxAccounts accounts() {
        return accounts;
    }

    NtfsMounts ntfs() {
        return ntfs;
    }

    /**
     * Opens {@code name} for reading without waiting. Access times stay as they are where the system grants that.
     *
     * @param quiet whether they stay without asking
     */
    int open(int directory, String name, int flags, boolean quiet) throws IOException {
        LinuxKernel kernel = kernel();
        int common = flags | LinuxCall.Open.NONBLOCK | LinuxCall.Open.CLOEXEC;
        if (!quiet) {
            long granted = kernel.call(LinuxCall.OPENAT, directory, kernel.name(name), common | LinuxCall.Open.NOATIME, 0, 0);
            if (granted >= 0) {
                return (int) granted;
            }
        }
        int opened = (int) kernel.checked(name, LinuxCall.OPENAT, directory, kernel.name(name), common, 0, 0);
        accessTimesAtRisk |= !quiet;
        return opened;
    }

    void close(int descriptor) {
        // Linux gives the descriptor up whatever close(2) returns, and of a file that was only read it returns nothing of interest.
        kernel().call(LinuxCall.CLOSE, descriptor, 0, 0, 0, 0);
    }

    /** Reads where the link {@code name} points. */
    String linkTarget(int directory, String name, boolean quiet) throws IOException {
        LinuxKernel kernel = kernel();
        int length = (int) kernel.checked(name, LinuxCall.READLINKAT, directory, kernel.name(name), kernel.blockAddress(),
                LinuxKernel.BLOCK_BYTES, 0);
        accessTimesAtRisk |= !quiet;
        return FileName.decode(kernel.block(length));
    }

    /** Whether everything that was read until now left its access time as it was. */
    boolean keepsAccessTimes() {
        return !accessTimesAtRisk;
    }
}
