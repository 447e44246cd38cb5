package org.assay.capture.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.assay.model.Location;
import org.assay.model.item.FileKind;
import org.assay.model.text.RegistryName;

/**
 * A directory tree that is entered as Windows does, by names whatever their case. No link is ever followed. On a file system that tells
 * upper from lower case several files may have one name to Windows; all of them are given, by their exact names.
 */
public final class CaselessTree {

    private final EvidenceTree tree;
    private final Map<List<String>, List<Entry>> listed = new HashMap<>();
    /** Folders that did not answer: they are asked once. */
    private final Map<List<String>, NoAnswerException> silent = new HashMap<>();

    public CaselessTree(EvidenceTree tree) {
        this.tree = tree;
    }

    /**
     * A file of the tree.
     *
     * @param names the way to it from the root, exactly
     * @param where its location in the snapshot
     * @param kind what it was when its directory was listed
     */
    public record Entry(List<String> names, Location where, FileKind kind) {

        public String name() {
            return where.name();
        }
    }

    /** What is done with an open directory. */
    private interface Work<T> {
        T in(Folder folder) throws IOException;
    }

    /** The root itself. */
    public Entry top() {
        return new Entry(List.of(), tree.location(), FileKind.DIRECTORY);
    }

    /**
     * What the folder holds, by exact name.
     *
     * @throws IOException when it cannot be listed whole
     */
    public List<Entry> list(Entry folder) throws IOException {
        NoAnswerException silence = silent.get(folder.names());
        if (silence != null) {
            throw silence;
        }
        List<Entry> known = listed.get(folder.names());
        if (known == null) {
            try {
                known = within(folder.names(), open -> entries(folder, open));
            } catch (NoAnswerException e) {
                silent.put(folder.names(), e);
                throw e;
            }
            listed.put(folder.names(), known);
        }
        return known;
    }

    /** What the folder holds under {@code name}. */
    public List<Entry> named(Entry folder, String name) throws IOException {
        return list(folder).stream().filter(entry -> RegistryName.compare(entry.name(), name) == 0).toList();
    }

    /** What lies beside {@code entry} under {@code name}. */
    public List<Entry> beside(Entry entry, String name) throws IOException {
        List<String> above = above(entry);
        Location where = new Location(entry.where().space(), entry.where().components().subList(0, above.size() + 1));
        return named(new Entry(above, where, FileKind.DIRECTORY), name);
    }

    /**
     * The file {@code name} in the root, by its exact name.
     *
     * @throws IOException when it cannot be asked what it is
     */
    public Entry file(String name) throws IOException {
        try (Folder root = tree.open()) {
            return new Entry(List.of(name), tree.location().child(name), root.state(name).kind());
        }
    }

    /**
     * All bytes of a file.
     *
     * @throws IOException when it cannot be read, is no regular file by now, or does not fit into memory
     */
    public byte[] bytes(Entry file) throws IOException {
        return within(above(file), folder -> {
            try (OpenFile open = opened(folder, file)) {
                return bytes(open, open.state().sizeBytes());
            }
        });
    }

    /** At most so many bytes of the beginning of a file. */
    public byte[] start(Entry file, int most) throws IOException {
        return within(above(file), folder -> {
            try (OpenFile open = opened(folder, file)) {
                return bytes(open, Math.min(most, open.state().sizeBytes()));
            }
        });
    }

    /** A file from its beginning. */
    public InputStream stream(Entry file) throws IOException {
        Folder folder = tree.open();
        try {
            for (String name : above(file)) {
                Folder below = folder.folder(name);
                folder.close();
                folder = below;
            }
            return new EvidenceStream(folder, opened(folder, file));
        } catch (IOException e) {
            folder.close();
            throw e;
        }
    }

    private static List<String> above(Entry file) {
        return file.names().subList(0, file.names().size() - 1);
    }

    private static OpenFile opened(Folder folder, Entry file) throws IOException {
        OpenFile open = folder.file(file.name());
        try {
            if (open.state().kind() == FileKind.FILE) {
                return open;
            }
        } catch (IOException e) {
            open.close();
            throw e;
        }
        open.close();
        throw new ReplacedException(file.name());
    }

    private static byte[] bytes(OpenFile file, long size) throws IOException {
        if (size > Runtime.getRuntime().maxMemory() / 4) {
            throw new IOException("it has " + size + " bytes, more than memory can hold; give Java more memory (-Xmx)");
        }
        byte[] bytes = new byte[(int) size];
        byte[] buffer = new byte[1 << 16];
        int length = 0;
        for (int count = file.read(buffer); count >= 0 && length < bytes.length; count = file.read(buffer)) {
            int taken = Math.min(count, bytes.length - length);
            System.arraycopy(buffer, 0, bytes, length, taken);
            length += taken;
        }
        return Arrays.copyOf(bytes, length);
    }

    private static List<Entry> entries(Entry folder, Folder open) throws IOException {
        FolderListing listing = open.list();
        if (listing.failure().isPresent()) {
            throw listing.failure().get();
        }
        List<Entry> entries = new ArrayList<>();
        for (ChildName child : listing.names()) {
            List<String> names = new ArrayList<>(folder.names());
            names.add(child.component());
            FileKind kind = child.kind().isPresent() ? child.kind().get() : open.state(child.component()).kind();
            entries.add(new Entry(List.copyOf(names), folder.where().child(child.component()), kind));
        }
        return entries;
    }

    private <T> T within(List<String> names, Work<T> work) throws IOException {
        return within(tree.open(), names, work);
    }

    private static <T> T within(Folder folder, List<String> names, Work<T> work) throws IOException {
        try (folder) {
            return names.isEmpty() ? work.in(folder) : within(folder.folder(names.getFirst()), names.subList(1, names.size()), work);
        }
    }
}
