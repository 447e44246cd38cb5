package org.assay.remedy.offline;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;

import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.text.Bytes;

/**
 * Gives a file what the plan says of its owner, group, mode, time and extended attributes. Names of accounts are those of this machine, by
 * which a capture read them. Of extended attributes Java can set those whose names begin with {@code user.} only.
 */
final class GivenAttributes {

    private static final String USER = "user.";

    private final Path path;
    private final List<String> lacking = new ArrayList<>();

    /** What gives one attribute. */
    private interface Giving {
        void give() throws IOException;
    }

    private GivenAttributes(Path path) {
        this.path = path;
    }

    /**
     * Gives {@code path} the attributes of {@code required}; an extended attribute that only {@code other} has is taken away.
     *
     * @return what the system did not let it have
     */
    static List<String> give(Path path, FileItem required, Optional<FileItem> other) {
        GivenAttributes given = new GivenAttributes(path);
        PosixFileAttributeView posix = Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        UserPrincipalLookupService accounts = FileSystems.getDefault().getUserPrincipalLookupService();
        if (posix != null) {
            required.owner().ifPresent(owner -> given.attempt("owner", () -> {
                if (!posix.getOwner().getName().equals(owner)) {
                    posix.setOwner(accounts.lookupPrincipalByName(owner));
                }
            }));
            required.group().ifPresent(group -> given.attempt("group", () -> {
                if (!posix.readAttributes().group().getName().equals(group)) {
                    posix.setGroup(accounts.lookupPrincipalByGroupName(group));
                }
            }));
        }
        if (required.kind() != FileKind.LINK) {
            if (posix != null) {
                required.mode().ifPresent(mode -> given.attempt("mode", () -> Files.setAttribute(path, "unix:mode", mode)));
            }
            if (required.kind() == FileKind.FILE && !required.modified().equals(Instant.MIN)) {
                given.attempt("time", () -> Files.setLastModifiedTime(path, FileTime.from(required.modified())));
            }
            given.extended(required.details().extended(),
                    other.map(file -> file.details().extended()).orElse(Collections.emptySortedMap()));
        }
        return given.lacking;
    }

    private void extended(SortedMap<String, Bytes> required, SortedMap<String, Bytes> other) {
        UserDefinedFileAttributeView view = Files.getFileAttributeView(path, UserDefinedFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        TreeSet<String> names = new TreeSet<>(required.keySet());
        names.addAll(other.keySet());
        names.removeIf(name -> required.containsKey(name) && required.get(name).equals(other.get(name)));
        for (String name : names) {
            attempt("extended attribute " + name, () -> {
                if (!name.startsWith(USER) || view == null) {
                    throw new IOException("not of those that can be set");
                }
                String own = name.substring(USER.length());
                Optional<Bytes> value = Optional.ofNullable(required.get(name));
                boolean there = view.list().contains(own);
                if (value.isPresent() && !(there && Arrays.equals(read(view, own), value.get().toArray()))) {
                    view.write(own, ByteBuffer.wrap(value.get().toArray()));
                } else if (value.isEmpty() && there) {
                    view.delete(own);
                }
            });
        }
    }

    private static byte[] read(UserDefinedFileAttributeView view, String name) throws IOException {
        ByteBuffer value = ByteBuffer.allocate(view.size(name));
        view.read(name, value);
        return value.array();
    }

    private void attempt(String what, Giving giving) {
        try {
            giving.give();
        } catch (IOException | RuntimeException e) {
            // Whoever runs it learns which attribute is lacking; why, the system says in many words of its own.
            lacking.add(what);
        }
    }
}
