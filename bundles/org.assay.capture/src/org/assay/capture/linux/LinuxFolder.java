package org.assay.capture.linux;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.assay.capture.file.ChildName;
import org.assay.capture.file.Extended;
import org.assay.capture.file.FileState;
import org.assay.capture.file.Folder;
import org.assay.capture.file.FolderListing;
import org.assay.capture.file.OpenFile;
import org.assay.capture.file.ReplacedException;
import org.assay.model.item.FileKind;

/** An open directory of Linux. Its descriptor is closed when all who share it have closed it. */
final class LinuxFolder extends LinuxOpened implements Folder {

    /** struct linux_dirent64 (getdents64 of getdents(2)): inode and offset, then these. */
    private static final int ENTRY_LENGTH = 16;
    private static final int ENTRY_TYPE = 18;
    private static final int ENTRY_NAME = 19;

    /** About what a name takes in memory beside its characters. */
    private static final int NAME_OVERHEAD = 100;

    /** No mount to close. */
    private static final int NONE = -1;

    private static final Comparator<ChildName> ORDER = Comparator.comparing(ChildName::component);

    private static final Optional<FileKind> UNKNOWN = Optional.empty();
    private static final Optional<FileKind> FILE = Optional.of(FileKind.FILE);
    private static final Optional<FileKind> DIRECTORY = Optional.of(FileKind.DIRECTORY);
    private static final Optional<FileKind> LINK = Optional.of(FileKind.LINK);

    private final int mount;
    /** Whether reading sets no access times here. */
    private final boolean quiet;
    private final AtomicInteger users = new AtomicInteger(1);

    /** The root of a tree that is looked at where everybody sees it. */
    LinuxFolder(LinuxSession session, int descriptor) {
        this(session, "", descriptor, NONE, false);
    }

    /** The root of a tree that is looked at through a mount of its own, which lives until {@code mount} is closed. */
    LinuxFolder(LinuxSession session, int descriptor, int mount) {
        this(session, "", descriptor, mount, true);
    }

    private LinuxFolder(LinuxSession session, String name, int descriptor, int mount, boolean quiet) {
        super(session, name, descriptor);
        this.mount = mount;
        this.quiet = quiet;
    }

    /** A hostile file system can list without end, so names may fill half of the memory that Java has. */
    @Override
    public FolderListing list() throws IOException {
        LinuxKernel kernel = session.kernel();
        List<ChildName> names = new ArrayList<>();
        Optional<IOException> failure = Optional.empty();
        long room = Runtime.getRuntime().maxMemory() / 2;
        try {
            for (int length = read(kernel); length > 0; length = read(kernel)) {
                for (int at = 0; at < length; at += kernel.blockUnsignedShort(at + ENTRY_LENGTH)) {
                    room -= add(kernel, at, names);
                }
                if (room < 0) {
                    throw new FileSystemException("", null, "it lists more names than memory can hold");
                }
            }
        } catch (IOException e) {
            if (names.isEmpty()) {
                throw e;
            }
            failure = Optional.of(e);
        }
        names.sort(ORDER);
        return new FolderListing(names, failure);
    }

    private int read(LinuxKernel kernel) throws IOException {
        return (int) kernel.checked("", LinuxCall.GETDENTS64, descriptor, kernel.blockAddress(), LinuxKernel.BLOCK_BYTES, 0, 0);
    }

    private static int add(LinuxKernel kernel, int at, List<ChildName> names) {
        int end = at + ENTRY_NAME;
        while (kernel.blockByte(end) != 0) {
            end++;
        }
        int length = end - at - ENTRY_NAME;
        boolean dots = kernel.blockByte(at + ENTRY_NAME) == '.'
                && (length == 1 || length == 2 && kernel.blockByte(at + ENTRY_NAME + 1) == '.');
        if (!dots) {
            names.add(new ChildName(kernel.blockName(at + ENTRY_NAME, length), kind(kernel.blockByte(at + ENTRY_TYPE))));
        }
        return length + NAME_OVERHEAD;
    }

    /** DT_* of readdir(3); of special files it is enough that they are none of these. */
    private static Optional<FileKind> kind(byte type) {
        return switch (type) {
            case 4 -> DIRECTORY;
            case 8 -> FILE;
            case 10 -> LINK;
            default -> UNKNOWN;
        };
    }

    @Override
    public FileState state(String name) throws IOException {
        return LinuxStatus.read(session.kernel(), session.accounts(), descriptor, name);
    }

    @Override
    public Extended extended(String name, FileState state) throws IOException {
        return LinuxExtended.of(session, descriptor, name, state);
    }

    @Override
    public String linkTarget(String name) throws IOException {
        return session.linkTarget(descriptor, name, quiet);
    }

    @Override
    public Folder folder(String name) throws IOException {
        return opened(name);
    }

    private LinuxFolder opened(String other) throws IOException {
        int opened = session.open(descriptor, other, LinuxCall.Open.DIRECTORY | LinuxCall.Open.NOFOLLOW, quiet);
        return new LinuxFolder(session, other, opened, NONE, quiet);
    }

    /** A stream is a name beside its directory: {@code directory:stream}. */
    @Override
    public OpenFile stream(String stream) throws IOException {
        if (name.isEmpty() || name.equals("..")) {
            throw new FileSystemException(stream, null, "streams of the tree's own root cannot be opened through this mount");
        }
        try (LinuxFolder above = opened("..")) {
            return above.file(name + ":" + stream);
        }
    }

    @Override
    public OpenFile file(String name) throws IOException {
        return new LinuxFile(session, this, name, session.open(descriptor, name, LinuxCall.Open.NOFOLLOW, quiet));
    }

    @Override
    public Folder above(FileState expected) throws IOException {
        LinuxFolder above = opened("..");
        if (!above.state().isSameFile(expected)) {
            above.close();
            throw new ReplacedException("..");
        }
        return above;
    }

    @Override
    public String fileSystemType(String name, FileState state) {
        return state.inode().map(inode -> LinuxMounts.typeOf(inode.device())).orElse("");
    }

    @Override
    public Folder share() {
        users.incrementAndGet();
        return this;
    }

    @Override
    public void close() {
        if (users.decrementAndGet() == 0) {
            session.close(descriptor);
            if (mount != NONE) {
                session.close(mount);
            }
        }
    }
}
