package org.assay.capture.nio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.assay.capture.file.Extended;
import org.assay.model.text.Bytes;

/**
 * What {@code java.nio.file} tells beyond a file's state on Windows: its access control list, and what Java calls user-defined attributes,
 * which are its alternate data streams. On other systems Java opens a file by its path for these, and a FIFO in its place would hold it up
 * for ever: there they are not read.
 */
final class NioExtended {

    /** Larger ones become failures: Java gives each whole. */
    private static final int MAX_BYTES = 16 << 20;

    private final Path path;
    private final SortedMap<String, Bytes> attributes = new TreeMap<>();
    private final SortedMap<String, Optional<Bytes>> streams = new TreeMap<>();
    private final List<Extended.Failure> failures = new ArrayList<>();

    private NioExtended(Path path) {
        this.path = path;
    }

    static Extended of(Path path) throws IOException {
        Set<String> views = path.getFileSystem().supportedFileAttributeViews();
        if (views.contains("unix")) {
            return Extended.NONE;
        }
        NioExtended found = new NioExtended(path);
        if (views.contains("user") && !Files.isSymbolicLink(path)) {
            found.streams();
        }
        if (views.contains("acl")) {
            found.accessControl();
        }
        return new Extended(Collections.unmodifiableSortedMap(found.attributes), Set.of(), Optional.empty(),
                Collections.unmodifiableSortedMap(found.streams), List.copyOf(found.failures));
    }

    private void streams() {
        UserDefinedFileAttributeView view = Files.getFileAttributeView(path, UserDefinedFileAttributeView.class,
                LinkOption.NOFOLLOW_LINKS);
        if (view == null) {
            return;
        }
        try {
            for (String name : view.list()) {
                stream(view, name);
            }
        } catch (IOException e) {
            failures.add(new Extended.Failure("list its streams", e));
        }
    }

    private void stream(UserDefinedFileAttributeView view, String name) {
        try {
            int size = view.size(name);
            if (size > MAX_BYTES) {
                throw new IOException("it is larger than " + MAX_BYTES + " bytes");
            }
            ByteBuffer value = ByteBuffer.allocate(size);
            view.read(name, value);
            streams.put(name, Optional.of(Bytes.copyOf(value.array())));
        } catch (IOException e) {
            failures.add(new Extended.Failure("read its stream " + name, e));
        }
    }

    /** Java does not give the exact bytes of the list, so its entries are kept as text, in their order. */
    private void accessControl() {
        AclFileAttributeView view = Files.getFileAttributeView(path, AclFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (view == null) {
            return;
        }
        try {
            attributes.put("acl", Bytes.copyOf(view.getAcl().stream().map(AclEntry::toString).collect(Collectors.joining("\n"))
                    .getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            failures.add(new Extended.Failure("read its access control list", e));
        }
    }
}
