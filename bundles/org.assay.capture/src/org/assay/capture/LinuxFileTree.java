package org.assay.capture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

import org.assay.model.FileName;

/**
 * A file system as the Linux kernel shows it, always relative to an open directory, so that names of any bytes and paths of any length are
 * read and nothing can be put in a path's way.
 *
 * <p>Where the user may, the tree is looked at through a mount of its own that nobody else sees, is read-only, and sets no access times:
 * then even a programming error could not alter the evidence. It is private, too, so what others unmount below the tree meanwhile stays
 * there and does not silently become the empty directory it was mounted on. Else files and directories are opened with {@code O_NOATIME},
 * which the system grants to their owner only, and reading links may set theirs.
 */
final class LinuxFileTree implements FileTree {

    /** Flags of open_tree(2) and mount_setattr(2), and the size of struct mount_attr (uapi/linux/mount.h, fs.h). */
    private static final int CLONE = 1;
    private static final int MOUNT_READ_ONLY = 0x1;
    private static final int MOUNT_NO_ACCESS_TIMES = 0x10;
    private static final int MOUNT_ACCESS_TIMES = 0x70;
    private static final int MOUNT_PRIVATE = 1 << 18;
    private static final int MOUNT_ATTRIBUTES_BYTES = 32;

    private final LinuxAccounts accounts = new LinuxAccounts();
    private final ThreadLocal<LinuxKernel> kernels = ThreadLocal.withInitial(LinuxKernel::new);
    private final NtfsMounts ntfs = new NtfsMounts();
    private volatile boolean accessTimesAtRisk;

    /** Whether this is a Linux whose calls are known here, and the Java machine lets them be made. */
    static boolean isUsable() {
        if (!System.getProperty("os.name").equals("Linux")
                || !Set.of("amd64", "aarch64").contains(System.getProperty("os.arch"))) {
            return false;
        }
        return LinuxFileTree.class.getModule().isNativeAccessEnabled();
    }

    @Override
    public String name() {
        return "linux-native";
    }

    @Override
    public Folder open(Path root) throws IOException {
        String path = ExactName.of(root);
        int mount = openPrivateMount(path);
        return mount >= 0 ? new LinuxFolder(this, openRoot(mount), mount) : new LinuxFolder(this, openWhole(path));
    }

    /** The descriptor of a mount of its own of the tree {@code path}, or a negative number where that is not allowed or not known. */
    private int openPrivateMount(String path) throws IOException {
        LinuxKernel kernel = kernel();
        long name = kernel.name(path);
        int view = (int) kernel.call(LinuxCall.OPEN_TREE, LinuxCall.At.WORKING_DIRECTORY, name,
                CLONE | LinuxCall.Open.CLOEXEC | LinuxCall.At.RECURSIVE, 0, 0);
        if (view < 0) {
            return view;
        }
        kernel.putLong(0, MOUNT_READ_ONLY | MOUNT_NO_ACCESS_TIMES);
        kernel.putLong(8, MOUNT_ACCESS_TIMES);
        kernel.putLong(16, MOUNT_PRIVATE);
        kernel.putLong(24, 0);
        long set = kernel.call(LinuxCall.MOUNT_SETATTR, view, kernel.name(""), LinuxCall.At.EMPTY_PATH | LinuxCall.At.RECURSIVE,
                kernel.recordAddress(), MOUNT_ATTRIBUTES_BYTES);
        if (set < 0) {
            close(view);
            return (int) set;
        }
        return view;
    }

    private int openRoot(int mount) throws IOException {
        try {
            return open(mount, ".", LinuxCall.Open.DIRECTORY, true);
        } catch (IOException e) {
            close(mount);
            throw e;
        }
    }

    private int openWhole(String path) throws IOException {
        return open(LinuxCall.At.WORKING_DIRECTORY, path, LinuxCall.Open.DIRECTORY, false);
    }

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

    @Override
    public boolean keepsAccessTimes() {
        return !accessTimesAtRisk;
    }
}
