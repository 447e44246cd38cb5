package org.assay.store.block;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

import org.assay.model.Location;
import org.assay.model.item.DigestAlgorithm;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileTimes;
import org.assay.model.item.Inode;
import org.assay.model.item.Item;
import org.assay.model.item.KeyItem;
import org.assay.model.item.ValueItem;
import org.assay.model.text.Bytes;
import org.assay.store.bytes.ByteReader;
import org.assay.store.bytes.MalformedBytes;
import org.assay.store.bytes.StoredTime;

/** Decodes what {@link ItemEncoder} made, item by item. Throws {@link MalformedBytes} where that is not possible. */
public final class ItemDecoder implements Iterator<Item> {

    private final ByteReader shapes;
    private final ByteReader names;
    private final ByteReader numbers;
    private final ByteReader data;
    private final ByteReader digests;
    private final List<Shape> knownShapes = new ArrayList<>();
    private final int version;
    private final int items;
    private String[] previousNames = {};
    private long previousSecond;
    private long previousInode;
    private int decoded;

    /** @param version the format of the block */
    ItemDecoder(ByteReader fields, ByteReader digests, int version) {
        this.version = version;
        items = fields.count();
        int shapesLength = fields.count();
        int namesLength = fields.count();
        int numbersLength = fields.count();
        shapes = fields.part(shapesLength);
        names = fields.part(namesLength);
        numbers = fields.part(numbersLength);
        data = fields.part(fields.remaining());
        this.digests = digests;
    }

    /** How many items there are. */
    public int items() {
        return items;
    }

    @Override
    public boolean hasNext() {
        return decoded < items;
    }

    @Override
    public Item next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Shape shape = shape();
        Location location = new Location(shape.space(), names());
        decoded++;
        Item item = switch (shape) {
            case FileShape file -> file(location, file);
            case Shape.Key key -> KeyItem.of(location, key.time() ? Optional.of(time()) : Optional.empty(), key.className(),
                    key.security(), key.link());
            case Shape.Value value -> new ValueItem(location, value.type(), data.bytes());
        };
        return shape.others().isEmpty() ? item : shape.others().in(item);
    }

    private FileItem file(Location location, FileShape file) {
        long size = numbers.number();
        FileTimes times = times(file);
        Optional<Inode> inode = file.home().map(home -> inode(home, size));
        Optional<Bytes> sha256 = file.digest() ? Optional.of(Bytes.copyOf(digests.raw(Shape.DIGEST_BYTES))) : Optional.empty();
        Map<DigestAlgorithm, Bytes> more = file.digests().isEmpty() ? Map.of() : new EnumMap<>(DigestAlgorithm.class);
        file.digests().forEach(algorithm -> more.put(algorithm, Bytes.copyOf(digests.raw(algorithm.length()))));
        return new FileItem(location, file.kind(), size, times, file.mode(), file.owner(), file.group(), sha256,
                file.target() ? Optional.of(data.text()) : Optional.empty(), file.details(inode, more));
    }

    private Inode inode(FileShape.Home home, long size) {
        previousInode += numbers.signed();
        return new Inode(home.device(), previousInode, home.links(), FileShape.usualAllocation(size) + numbers.signed(), home.uid(),
                home.gid());
    }

    private Shape shape() {
        int index = shapes.number(knownShapes.size());
        if (index == knownShapes.size()) {
            knownShapes.add(Shape.read(shapes, version));
        }
        return knownShapes.get(index);
    }

    private List<String> names() {
        int shared = names.number(previousNames.length);
        int own = names.count();
        if (shared + own == 0) {
            throw new MalformedBytes("a location has no component");
        }
        String[] components = new String[shared + own];
        System.arraycopy(previousNames, 0, components, 0, shared);
        for (int at = shared; at < components.length; at++) {
            String prefix = "";
            if (at == shared) {
                String previous = shared < previousNames.length ? previousNames[shared] : "";
                prefix = previous.substring(0, names.number(previous.length()));
            }
            components[at] = prefix.concat(names.text());
        }
        previousNames = components;
        return List.of(components);
    }

    private FileTimes times(FileShape file) {
        Instant modified = time();
        return new FileTimes(modified, time(file.statusChanged(), modified), time(file.accessed(), modified),
                time(file.created(), modified));
    }

    private Optional<Instant> time(boolean present, Instant near) {
        return present ? Optional.of(time(near.getEpochSecond() + numbers.signed())) : Optional.empty();
    }

    private Instant time() {
        previousSecond += numbers.signed();
        return time(previousSecond);
    }

    private Instant time(long second) {
        return StoredTime.of(second, numbers.number());
    }
}
