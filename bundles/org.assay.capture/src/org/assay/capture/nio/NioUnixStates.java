package org.assay.capture.nio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.UserPrincipal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.assay.capture.file.FileState;
import org.assay.capture.file.UnixMode;
import org.assay.model.item.FileTimes;
import org.assay.model.item.Inode;

/** Files of a system that has modes and owners. */
final class NioUnixStates implements NioStates {

    private static final String ATTRIBUTES =
            "unix:mode,size,lastModifiedTime,ctime,lastAccessTime,creationTime,uid,gid,dev,ino,nlink";

    private final Map<Integer, String> owners = new ConcurrentHashMap<>();
    private final Map<Integer, String> groups = new ConcurrentHashMap<>();

    /** Java does not tell how much space a file takes; its size stands for it. */
    @Override
    public FileState state(Path path) throws IOException {
        Map<String, Object> attributes = Files.readAttributes(path, ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        int mode = (Integer) attributes.get("mode");
        int uid = (Integer) attributes.get("uid");
        int gid = (Integer) attributes.get("gid");
        long size = (Long) attributes.get("size");
        Inode inode = new Inode((Long) attributes.get("dev"), (Long) attributes.get("ino"), (Integer) attributes.get("nlink"), size,
                Integer.toUnsignedLong(uid), Integer.toUnsignedLong(gid));
        return new FileState(UnixMode.kind(mode), size, times(attributes), Optional.of(mode & 07777),
                Optional.of(name(owners, path, "uid", "owner", uid)), Optional.of(name(groups, path, "gid", "group", gid)),
                Optional.of(inode), Set.of(), false);
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
}
