package org.assay.capture;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.UserPrincipal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.assay.model.FileKind;
import org.assay.model.FileTimes;

/**
 * A file system as {@code java.nio.file} shows it on Linux.
 *
 * <p>It goes by whole paths, so what lies deeper than the system's longest path (4,096 bytes) cannot be read, and it can neither open
 * without waiting nor ask an open file what it is: whoever opens looks again afterwards.
 */
final class NioFileTree implements FileTree {

    private static final String ATTRIBUTES = "unix:mode,size,lastModifiedTime,ctime,lastAccessTime,creationTime,uid,gid,dev,fileKey";

    private final Map<Integer, String> owners = new ConcurrentHashMap<>();
    private final Map<Integer, String> groups = new ConcurrentHashMap<>();

    @Override
    public Listing list(Path directory) throws IOException {
        List<ChildName> names = new ArrayList<>();
        Optional<IOException> failure = Optional.empty();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
            for (Path child : stream) {
                names.add(new ChildName(ExactName.of(child.getFileName()), child.getFileName()));
                if (Thread.currentThread().isInterrupted()) {
                    throw new ClosedByInterruptException();
                }
            }
        } catch (DirectoryIteratorException e) {
            failure = Optional.of(e.getCause());
        }
        names.sort(Comparator.comparing(ChildName::component));
        return new Listing(names, failure);
    }

    @Override
    public FileState state(Path path) throws IOException {
        Map<String, Object> attributes = Files.readAttributes(path, ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        int mode = (Integer) attributes.get("mode");
        return new FileState(kind(mode), (Long) attributes.get("size"), times(attributes), mode & 07777,
                name(owners, path, "uid", "owner", (Integer) attributes.get("uid")),
                name(groups, path, "gid", "group", (Integer) attributes.get("gid")),
                (Long) attributes.get("dev"), attributes.get("fileKey"));
    }

    /** Where the system does not tell when a file was made, Java gives the modified time in its place. */
    private static FileTimes times(Map<String, Object> attributes) {
        Instant modified = time(attributes, "lastModifiedTime");
        return new FileTimes(modified, Optional.of(time(attributes, "ctime")), Optional.of(time(attributes, "lastAccessTime")),
                Optional.of(time(attributes, "creationTime")).filter(created -> !created.equals(modified)));
    }

    private static Instant time(Map<String, Object> attributes, String name) {
        return ((FileTime) attributes.get(name)).toInstant();
    }

    /** Looks a name up once a number: the system reads its list of users for every question. */
    private static String name(Map<Integer, String> known, Path path, String number, String name, int id) throws IOException {
        String found = known.get(id);
        if (found == null) {
            Map<String, Object> both = Files.readAttributes(path, "unix:" + number + "," + name, LinkOption.NOFOLLOW_LINKS);
            found = ((UserPrincipal) both.get(name)).getName();
            if (found.equals(Integer.toString(id))) {
                found = Integer.toUnsignedString(id);
            }
            if (both.get(number).equals(id)) {
                known.put(id, found);
            }
        }
        return found;
    }

    /** The file type bits of {@code st_mode} (inode(7)). */
    private static FileKind kind(int mode) {
        return switch (mode & 0170000) {
            case 0100000 -> FileKind.FILE;
            case 0040000 -> FileKind.DIRECTORY;
            case 0120000 -> FileKind.LINK;
            case 0010000 -> FileKind.FIFO;
            case 0140000 -> FileKind.SOCKET;
            case 0020000 -> FileKind.CHARACTER_DEVICE;
            case 0060000 -> FileKind.BLOCK_DEVICE;
            default -> FileKind.OTHER;
        };
    }

    @Override
    public String linkTarget(Path path) throws IOException {
        return ExactName.of(Files.readSymbolicLink(path));
    }

    @Override
    public ReadableByteChannel open(Path path) throws IOException {
        return FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public String fileSystemType(Path path) throws IOException {
        return Files.getFileStore(path).type();
    }
}
