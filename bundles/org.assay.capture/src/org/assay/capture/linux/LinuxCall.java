package org.assay.capture.linux;

/**
 * The system calls that a capture makes, with their numbers.
 *
 * @see <a href="https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git/tree/arch/x86/entry/syscalls/syscall_64.tbl">x86_64:
 *      arch/x86/entry/syscalls/syscall_64.tbl; aarch64: include/uapi/asm-generic/unistd.h</a>
 */
enum LinuxCall {

    READ(0, 63),
    CLOSE(3, 57),
    LSEEK(8, 62),
    FSTATFS(138, 44),
    LGETXATTR(192, 9),
    FGETXATTR(193, 10),
    LLISTXATTR(195, 12),
    FLISTXATTR(196, 13),
    GETDENTS64(217, 61),
    OPENAT(257, 56),
    READLINKAT(267, 78),
    STATX(332, 291),
    OPEN_TREE(428, 428),
    MOUNT_SETATTR(442, 442);

    private static final boolean ARM = System.getProperty("os.arch").equals("aarch64");

    /** The number on the processor that this runs on. */
    final long number;

    LinuxCall(int x86, int arm) {
        number = System.getProperty("os.arch").equals("aarch64") ? arm : x86;
    }

    /**
     * Flags of open(2): like the numbers of the calls they differ between processors (uapi/asm-generic/fcntl.h,
     * arch/arm64/include/uapi/asm/fcntl.h).
     */
    static final class Open {

        static final int NONBLOCK = 0x800;
        static final int CLOEXEC = 0x80000;
        static final int NOATIME = 0x40000;
        static final int DIRECTORY = ARM ? 0x4000 : 0x10000;
        static final int NOFOLLOW = ARM ? 0x8000 : 0x20000;

        private Open() {
        }
    }

    /** From where {@link #LSEEK} counts (uapi/linux/fs.h). */
    static final class Seek {

        static final int END = 2;
        /** To what is no hole, from a place on. */
        static final int DATA = 3;

        private Seek() {
        }
    }

    /** Flags of the calls that take a directory and a name (uapi/linux/fcntl.h, uapi/linux/mount.h). */
    static final class At {

        /** In place of a directory: the name is a whole path. */
        static final int WORKING_DIRECTORY = -100;
        static final int SYMLINK_NOFOLLOW = 0x100;
        static final int NO_AUTOMOUNT = 0x800;
        static final int EMPTY_PATH = 0x1000;
        static final int RECURSIVE = 0x8000;

        private At() {
        }
    }
}
