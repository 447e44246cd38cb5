package org.assay.capture.linux;

import java.io.IOException;
import java.util.Set;

import org.assay.capture.file.FileSystemReader;
import org.assay.capture.file.Folder;

/**
 * A file system as the Linux kernel shows it, always relative to an open directory, so that names of any bytes and paths of any length are
 * read and nothing can be put in a path's way.
 *
 * <p>Where the user may, the tree is looked at through a mount of its own that nobody else sees, is read-only, and sets no access times:
 * then even a programming error could not alter the evidence. It is private, too, so what others unmount below the tree meanwhile stays
 * there and does not silently become the empty directory it was mounted on. Else files and directories are opened with {@code O_NOATIME},
 * which the system grants to their owner only, and reading links may set theirs.
 */
public final class LinuxReader implements FileSystemReader {

    /** Flags of open_tree(2) and mount_setattr(2), and the size of struct mount_attr (uapi/linux/mount.h, fs.h). */
    private static final int CLONE = 1;
    private static final int MOUNT_READ_ONLY = 0x1;
    private static final int MOUNT_NO_ACCESS_TIMES = 0x10;
    private static final int MOUNT_ACCESS_TIMES = 0x70;
    private static final int MOUNT_PRIVATE = 1 << 18;
    private static final int MOUNT_ATTRIBUTES_BYTES = 32;

    private final LinuxSession session = new LinuxSession();

    /** Whether this is a Linux whose calls are known here, and the Java machine lets them be made. */
    public static boolean isUsable() {
        if (!System.getProperty("os.name").equals("Linux")
                || !Set.of("amd64", "aarch64").contains(System.getProperty("os.arch"))) {
            return false;
        }
        return LinuxReader.class.getModule().isNativeAccessEnabled();
    }

    @Override
    public String name() {
        return "linux-native";
    }

    @Override
    public Folder open(String root) throws IOException {
        int mount = openPrivateMount(root);
        return mount >= 0 ? new LinuxFolder(session, openRoot(mount), mount) : new LinuxFolder(session, openWhole(root));
    }

    /** The descriptor of a mount of its own of the tree {@code path}, or a negative number where that is not allowed or not known. */
    private int openPrivateMount(String path) throws IOException {
        LinuxKernel kernel = session.kernel();
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
            session.close(view);
            return (int) set;
        }
        return view;
    }

    private int openRoot(int mount) throws IOException {
        try {
            return session.open(mount, ".", LinuxCall.Open.DIRECTORY, true);
        } catch (IOException e) {
            session.close(mount);
            throw e;
        }
    }

    private int openWhole(String path) throws IOException {
        return session.open(LinuxCall.At.WORKING_DIRECTORY, path, LinuxCall.Open.DIRECTORY, false);
    }

    @Override
    public boolean keepsAccessTimes() {
        return session.keepsAccessTimes();
    }
}
