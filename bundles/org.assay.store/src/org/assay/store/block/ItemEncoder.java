package org.assay.store.block;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.assay.model.Location;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileTimes;
import org.assay.model.item.Inode;
import org.assay.model.item.Item;
import org.assay.model.item.KeyItem;
import org.assay.model.item.ValueItem;
import org.assay.model.text.Bytes;
import org.assay.store.bytes.ByteWriter;

/**
 * Encodes items one behind the other into five columns: shapes, names, numbers, data and digests. Apart they compress better than item by
 * item; the digests, which do not compress, stay out of the compressed part. The layout stands in {@code docs/case-format.md}.
 */
public final class ItemEncoder {

    /** The newest version of the layout; a block's own is its first byte. All up to this one are read. */
    static final int VERSION = 3;

    /** The version of blocks in which no item has a field that shapes do not know by name. */
    static final int VERSION_WITHOUT_OTHERS = 2;

    private static final int RECENT_SHAPES = 8;

    /** A shape and its number in the block. */
    private record Known(Shape shape, int number) {
    }

    private final ByteWriter shapes = new ByteWriter(64);
    private final ByteWriter names = new ByteWriter(64);
    private final ByteWriter numbers = new ByteWriter(64);
    private final ByteWriter data = new ByteWriter(64);
    private final ByteWriter digests = new ByteWriter(64);
    private final Map<Shape, Integer> knownShapes = new HashMap<>();
    private final Known[] recentShapes = new Known[RECENT_SHAPES];
    private List<String> previousNames = List.of();
    private long previousSecond;
    private long previousInode;
    private int items;
    private boolean others;

    public int items() {
        return items;
    }

    /** The lowest version of the block format that can say all of it, so that blocks stay as they were where nothing new is said. */
    int version() {
        return others ? VERSION : VERSION_WITHOUT_OTHERS;
    }

    /** How many bytes the columns have by now. */
    public int length() {
        return shapes.length() + names.length() + numbers.length() + data.length() + digests.length();
    }

    /**
     * Appends {@code item}.
     *
     * @throws IllegalArgumentException when it contradicts itself, see {@link Shape#of}
     */
    public void add(Item item) {
        Shape.check(item);
        shape(item);
        names(item.location());
        switch (item) {
            case FileItem file -> {
                numbers.number(file.sizeBytes());
                times(file.times());
                if (file.details().inode().isPresent()) {
                    inode(file.details().inode().get(), file.sizeBytes());
                }
                digests(file);
                if (file.target().isPresent()) {
                    data.text(file.target().get());
                }
            }
            case KeyItem key -> key.lastWritten().ifPresent(this::time);
            case ValueItem value -> data.bytes(value.data());
        }
        items++;
    }

    /** The fields: everything but the digests. */
    byte[] fields() {
        ByteWriter fields = new ByteWriter(length() + 64);
        fields.number(items);
        fields.number(shapes.length());
        fields.number(names.length());
        fields.number(numbers.length());
        fields.append(shapes);
        fields.append(names);
        fields.append(numbers);
        fields.append(data);
        return fields.toArray();
    }

    byte[] digests() {
        return digests.toArray();
    }

    /** Starts again with nothing. */
    public void clear() {
        for (ByteWriter column : List.of(shapes, names, numbers, data, digests)) {
            column.clear();
        }
        knownShapes.clear();
        Arrays.fill(recentShapes, null);
        previousNames = List.of();
        previousSecond = 0;
        previousInode = 0;
        items = 0;
        others = false;
    }

    private void digests(FileItem file) {
        if (file.sha256().isPresent()) {
            digests.raw(file.sha256().get());
        }
        if (!file.details().digests().isEmpty()) {
            for (Bytes digest : file.details().digests().values()) {
                digests.raw(digest);
            }
        }
    }

    /** Items side by side have few shapes in turn, and those that were met last are tried first. */
    private void shape(Item item) {
        for (int at = 0; at < recentShapes.length && recentShapes[at] != null; at++) {
            Known known = recentShapes[at];
            if (known.shape.fits(item)) {
                shapes.number(known.number);
                remember(known, at);
                return;
            }
        }
        Shape shape = Shape.of(item);
        int next = knownShapes.size();
        Integer number = knownShapes.putIfAbsent(shape, next);
        shapes.number(number == null ? next : number);
        if (number == null) {
            shape.write(shapes);
            others |= !shape.others().isEmpty();
        }
        remember(new Known(shape, number == null ? next : number), recentShapes.length - 1);
    }

    /** Puts {@code known} in front of those that were before the place {@code at}. */
    private void remember(Known known, int at) {
        System.arraycopy(recentShapes, 0, recentShapes, 1, at);
        recentShapes[0] = known;
    }

    private void names(Location location) {
        List<String> components = location.components();
        int shared = 0;
        int most = Math.min(components.size(), previousNames.size());
        while (shared < most && components.get(shared).equals(previousNames.get(shared))) {
            shared++;
        }
        names.number(shared);
        names.number(components.size() - shared);
        for (int at = shared; at < components.size(); at++) {
            String name = components.get(at);
            int prefix = at == shared && shared < previousNames.size() ? sharedUnits(name, previousNames.get(shared)) : 0;
            if (at == shared) {
                names.number(prefix);
            }
            names.text(name, prefix);
        }
        previousNames = components;
    }

    private static int sharedUnits(String one, String two) {
        int most = Math.min(one.length(), two.length());
        int at = 0;
        while (at < most && one.charAt(at) == two.charAt(at)) {
            at++;
        }
        return at;
    }

    /** Files of a directory were mostly made one after the other, and take the room that their size needs. */
    private void inode(Inode inode, long size) {
        numbers.signed(inode.number() - previousInode);
        numbers.signed(inode.allocatedBytes() - FileShape.usualAllocation(size));
        previousInode = inode.number();
    }

    /** The other times of a file lie near its first one, whatever the files around it have. */
    private void times(FileTimes times) {
        time(times.modified());
        near(times.statusChanged(), times.modified());
        near(times.accessed(), times.modified());
        near(times.created(), times.modified());
    }

    private void near(Optional<Instant> time, Instant modified) {
        if (time.isPresent()) {
            numbers.signed(time.get().getEpochSecond() - modified.getEpochSecond());
            numbers.number(time.get().getNano());
        }
    }

    private void time(Instant time) {
        numbers.signed(time.getEpochSecond() - previousSecond);
        numbers.number(time.getNano());
        previousSecond = time.getEpochSecond();
    }
}
