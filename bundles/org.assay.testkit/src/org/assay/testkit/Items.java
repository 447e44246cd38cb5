package org.assay.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.assay.model.Location;
import org.assay.model.item.FileDetails;
import org.assay.model.item.FileFlag;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.FileTimes;
import org.assay.model.item.Inode;
import org.assay.model.item.KeyItem;
import org.assay.model.item.ValueItem;
import org.assay.model.item.ValueType;
import org.assay.model.text.Bytes;
import org.assay.model.text.Sha256;
import org.assay.model.text.Space;

/**
 * Makes items in one line each.
 *
 * <p>A path is split at {@code /} for files and at {@code \} for keys, the tree or root first: {@code C:/WINDOWS/win.ini},
 * {@code /etc/passwd} in the tree without a name, {@code HKLM\Software\X}. Where a name itself holds a separator, pass a
 * {@link Location}. Modes, owners and groups are empty until given.
 */
public final class Items {

    /** When every file was modified, unless told otherwise. */
    public static final Instant MODIFIED = Instant.parse("1999-04-23T22:22:00Z");

    private Items() {
    }

    /** The place in a tree that {@code path} spells. */
    public static Location place(String path) {
        return new Location(Space.FILE, List.of(path.split("/", -1)));
    }

    /** A file that holds {@code content} as UTF-8. */
    public static FileItem file(String path, String content) {
        return file(place(path), content);
    }

    /** A file that holds {@code content} as UTF-8. */
    public static FileItem file(Location location, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return new FileItem(location, FileKind.FILE, bytes.length, FileTimes.modifiedAt(MODIFIED), Optional.empty(), Optional.empty(),
                Optional.empty(),
                Optional.of(Sha256.of(bytes)), Optional.empty(), FileDetails.NONE);
    }

    /** A file whose content could not be read. */
    public static FileItem unread(String path, long sizeBytes) {
        return new FileItem(place(path), FileKind.FILE, sizeBytes, FileTimes.modifiedAt(MODIFIED), Optional.empty(), Optional.empty(),
                Optional.empty(),
                Optional.empty(), Optional.empty(), FileDetails.NONE);
    }

    /** The stream {@code name} of the file at {@code path}. */
    public static FileItem stream(String path, String name, String content) {
        FileItem file = file(place(path).stream(name), content);
        return new FileItem(file.location(), FileKind.STREAM, file.sizeBytes(), file.times(), file.mode(), file.owner(), file.group(),
                file.sha256(), file.target(), file.details());
    }

    public static FileItem directory(String path) {
        return special(path, FileKind.DIRECTORY);
    }

    /** A FIFO, device or the like. */
    public static FileItem special(String path, FileKind kind) {
        return new FileItem(place(path), kind, 0, FileTimes.modifiedAt(MODIFIED), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(),
                Optional.empty(), FileDetails.NONE);
    }

    public static FileItem link(String path, String target) {
        return new FileItem(place(path), FileKind.LINK, target.getBytes(StandardCharsets.UTF_8).length, FileTimes.modifiedAt(MODIFIED),
                Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(target), FileDetails.NONE);
    }

    /** The same file, modified at another time. */
    public static FileItem at(String modified, FileItem file) {
        return new FileItem(file.location(), file.kind(), file.sizeBytes(), FileTimes.modifiedAt(Instant.parse(modified)), file.mode(),
                file.owner(),
                file.group(), file.sha256(), file.target(), file.details());
    }

    /** The same file with permission bits, owner and group. */
    public static FileItem owned(FileItem file, int mode, String owner, String group) {
        return new FileItem(file.location(), file.kind(), file.sizeBytes(), FileTimes.modifiedAt(file.modified()), Optional.of(mode),
                Optional.of(owner),
                Optional.of(group), file.sha256(), file.target(), file.details());
    }

    /** The same file with details. */
    public static FileItem detailed(FileItem file, FileDetails details) {
        return new FileItem(file.location(), file.kind(), file.sizeBytes(), file.times(), file.mode(), file.owner(), file.group(),
                file.sha256(), file.target(), details);
    }

    /** Details of a file with {@code links} names, these flags and one extended attribute of this value. */
    public static FileDetails details(long links, Set<FileFlag> flags, String attribute) {
        return FileDetails.of(Optional.of(new Inode(1, 2, links, 4096, 0, 0)), flags,
                new TreeMap<>(Map.of("user.x", Bytes.copyOf(attribute.getBytes(StandardCharsets.UTF_8)))), Map.of(), Optional.empty(),
                Optional.empty());
    }

    /** The key that {@code path} spells, as a place. */
    public static Location keyPlace(String path) {
        return new Location(Space.KEY, List.of(path.split("\\\\", -1)));
    }

    /** A key without time and class. */
    public static KeyItem key(String path) {
        return KeyItem.of(keyPlace(path), Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    /** A REG_SZ value; an empty name is the key's default value. */
    public static ValueItem string(String key, String name, String text) {
        return value(key, name, ValueType.SZ, sz(text));
    }

    /** A REG_DWORD value. */
    public static ValueItem dword(String key, String name, int number) {
        return value(key, name, ValueType.DWORD, Bytes.copyOf(
                new byte[] { (byte) number, (byte) (number >> 8), (byte) (number >> 16), (byte) (number >> 24) }));
    }

    public static ValueItem value(String key, String name, int type, Bytes data) {
        return new ValueItem(keyPlace(key).value(name), type, data);
    }

    /** {@code text} as registry string data: UTF-16LE with its terminator. */
    public static Bytes sz(String text) {
        return Bytes.copyOf((text + "\0").getBytes(StandardCharsets.UTF_16LE));
    }

    /** {@code texts} as REG_MULTI_SZ data. */
    public static Bytes multiSz(String... texts) {
        return sz(String.join("", Arrays.stream(texts).map(text -> text + "\0").toList()));
    }

    /** The SHA-256 of {@code content} as UTF-8. */
    public static Bytes sha256(String content) {
        return Sha256.of(content.getBytes(StandardCharsets.UTF_8));
    }
}
