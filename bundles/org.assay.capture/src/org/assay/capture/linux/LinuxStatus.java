package org.assay.capture.linux;

import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.assay.capture.file.FileState;
import org.assay.capture.file.UnixMode;
import org.assay.model.item.FileFlag;
import org.assay.model.item.FileTimes;
import org.assay.model.item.Inode;

/** Asks {@code statx(2)}; its record is laid out the same on every processor (uapi/linux/stat.h, struct statx). */
final class LinuxStatus {

    /** STATX_BASIC_STATS and STATX_BTIME. */
    private static final int WANTED = 0xfff;
    private static final int BTIME = 0x800;

    private static final int MASK = 0;
    private static final int ATTRIBUTES = 8;
    private static final int LINKS = 16;
    private static final int UID = 20;
    private static final int GID = 24;
    private static final int MODE = 28;
    private static final int NUMBER = 32;
    private static final int SIZE = 40;
    private static final int BLOCKS = 48;
    private static final int ACCESSED = 64;
    private static final int CREATED = 80;
    private static final int STATUS_CHANGED = 96;
    private static final int MODIFIED = 112;
    private static final int DEVICE_MAJOR = 136;
    private static final int DEVICE_MINOR = 140;

    private static final long MOUNT_ROOT = 0x2000;

    /** STATX_ATTR_* */
    private static final Map<FileFlag, Long> FLAGS = Map.of(FileFlag.COMPRESSED, 0x4L, FileFlag.IMMUTABLE, 0x10L, FileFlag.APPEND_ONLY,
            0x20L, FileFlag.NO_DUMP, 0x40L, FileFlag.ENCRYPTED, 0x800L, FileFlag.VERITY, 0x100000L, FileFlag.DAX, 0x200000L);
    private static final long ANY_FLAG = FLAGS.values().stream().mapToLong(Long::longValue).reduce(0, (one, two) -> one | two);

    /** As far from 1970 as a file system may say a time is, in seconds: a hostile one says anything, and Java has no such times. */
    private static final long FARTHEST_SECOND = 1L << 54;

    /** Every mode there is, made once. */
    private static final List<Optional<Integer>> MODES = IntStream.rangeClosed(0, 07777).boxed().map(Optional::of).toList();

    private LinuxStatus() {
    }

    /** What the open file {@code descriptor} is, or what is called {@code name} in the open directory when there is a name. */
    static FileState read(LinuxKernel kernel, LinuxAccounts accounts, int descriptor, String name) throws IOException {
        int flags = LinuxCall.At.SYMLINK_NOFOLLOW | LinuxCall.At.NO_AUTOMOUNT | (name.isEmpty() ? LinuxCall.At.EMPTY_PATH : 0);
        kernel.checked(name, LinuxCall.STATX, descriptor, kernel.name(name), flags, WANTED, kernel.recordAddress());
        int mode = kernel.unsignedShortAt(MODE);
        int uid = kernel.intAt(UID);
        int gid = kernel.intAt(GID);
        long attributes = kernel.longAt(ATTRIBUTES);
        Inode inode = new Inode(device(kernel.intAt(DEVICE_MAJOR), kernel.intAt(DEVICE_MINOR)), kernel.longAt(NUMBER),
                Integer.toUnsignedLong(kernel.intAt(LINKS)), Math.max(0, kernel.longAt(BLOCKS) << 9),
                Integer.toUnsignedLong(uid), Integer.toUnsignedLong(gid));
        return new FileState(UnixMode.kind(mode), Math.max(0, kernel.longAt(SIZE)), times(kernel), MODES.get(mode & 07777),
                accounts.user(uid), accounts.group(gid), Optional.of(inode), flags(attributes), (attributes & MOUNT_ROOT) != 0);
    }

    /** A device's number as stat(2) gives it (gnu_dev_makedev). */
    private static long device(long major, long minor) {
        return (minor & 0xff) | (major & 0xfff) << 8 | (minor & 0xffffff00L) << 12 | (major & 0xfffff000L) << 32;
    }

    private static FileTimes times(LinuxKernel kernel) {
        return new FileTimes(time(kernel, MODIFIED), Optional.of(time(kernel, STATUS_CHANGED)), Optional.of(time(kernel, ACCESSED)),
                (kernel.intAt(MASK) & BTIME) == 0 ? Optional.empty() : Optional.of(time(kernel, CREATED)));
    }

    private static Instant time(LinuxKernel kernel, int offset) {
        long seconds = Math.clamp(kernel.longAt(offset), -FARTHEST_SECOND, FARTHEST_SECOND);
        return Instant.ofEpochSecond(seconds, Math.clamp(Integer.toUnsignedLong(kernel.intAt(offset + 8)), 0, 999_999_999));
    }

    private static Set<FileFlag> flags(long attributes) {
        if ((attributes & ANY_FLAG) == 0) {
            return Set.of();
        }
        EnumSet<FileFlag> set = EnumSet.noneOf(FileFlag.class);
        FLAGS.forEach((flag, bit) -> {
            if ((attributes & bit) != 0) {
                set.add(flag);
            }
        });
        return Collections.unmodifiableSet(set);
    }
}
