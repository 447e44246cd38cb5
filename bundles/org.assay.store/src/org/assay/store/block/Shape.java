package org.assay.store.block;

import java.util.Optional;

import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.Item;
import org.assay.model.item.KeyItem;
import org.assay.model.item.ValueItem;
import org.assay.model.text.Bytes;
import org.assay.model.text.Space;
import org.assay.store.bytes.ByteReader;
import org.assay.store.bytes.ByteWriter;
import org.assay.store.bytes.Flags;
import org.assay.store.bytes.StoredName;

/** What many items of a block have in common; a block spells each shape once. */
public sealed interface Shape permits FileShape, Shape.Key, Shape.Value {

    /** The length of a SHA-256 in bytes. */
    int DIGEST_BYTES = 32;

    /** The space of a location whose item has this shape. */
    Space space();

    /** What of the fields it has that have no place of their own in a shape. */
    OtherFields others();

    /** Of keys: everything but location and time. */
    record Key(boolean time, Optional<String> className, Optional<Bytes> security, boolean link, OtherFields others)
            implements Shape {

        @Override
        public Space space() {
            return Space.KEY;
        }
    }

    /** Of values: everything but location and data. */
    record Value(int type, OtherFields others) implements Shape {

        /** The bit above the 32 of the type. */
        private static final long OTHERS = 1L << 32;

        @Override
        public Space space() {
            return Space.VALUE;
        }
    }

    /**
     * The shape of {@code item}.
     *
     * @throws IllegalArgumentException when its location is of another space than its kind, or a digest has another length than its kind
     */
    static Shape of(Item item) {
        check(item);
        return switch (item) {
            case FileItem file -> FileShape.of(file);
            case KeyItem key -> new Key(key.lastWritten().isPresent(), key.className(), key.security(), key.link(),
                    OtherFields.of(key));
            case ValueItem value -> new Value(value.type(), OtherFields.of(value));
        };
    }

    /** Fails as {@link #of} does. */
    static void check(Item item) {
        Space space = switch (item) {
            case FileItem file -> {
                FileShape.checkDigests(file);
                yield file.kind() == FileKind.STREAM ? Space.STREAM : Space.FILE;
            }
            case KeyItem _ -> Space.KEY;
            case ValueItem _ -> Space.VALUE;
        };
        if (item.location().space() != space) {
            throw new IllegalArgumentException("an item of the space " + space + " lies at " + item.location());
        }
    }

    /** Whether {@link #of} gives this for {@code item}; costs less than to make a shape and look for it. */
    default boolean fits(Item item) {
        return switch (item) {
            case FileItem file -> this instanceof FileShape shape && shape.fitsFile(file);
            case KeyItem key -> this instanceof Key shape && shape.time == key.lastWritten().isPresent() && shape.link == key.link()
                    && shape.className.equals(key.className()) && shape.security.equals(key.security())
                    && shape.others.fit(key);
            case ValueItem value -> this instanceof Value shape && shape.type == value.type()
                    && shape.others.fit(value);
        };
    }

    /** Appends this shape's definition. */
    default void write(ByteWriter out) {
        switch (this) {
            case FileShape file -> file.writeFile(out);
            case Key key -> {
                out.text(Space.KEY.name());
                out.octet(Flags.of(key.time, key.className.isPresent(), key.security.isPresent(), key.link, !key.others.isEmpty()));
                key.className.ifPresent(out::text);
                key.security.ifPresent(out::bytes);
                key.others.write(out);
            }
            case Value value -> {
                out.text(Space.VALUE.name());
                out.number(Integer.toUnsignedLong(value.type) | (value.others.isEmpty() ? 0 : Value.OTHERS));
                value.others.write(out);
            }
        }
    }

    /** Reads a definition from a block of the format {@code version}. */
    static Shape read(ByteReader in, int version) {
        String kind = in.text();
        if (kind.equals(Space.VALUE.name())) {
            long type = in.number();
            return new Value((int) type, OtherFields.read((type & Value.OTHERS) != 0, in));
        }
        if (kind.equals(Space.KEY.name())) {
            int flags = in.octet();
            return new Key(Flags.has(flags, 0), Flags.has(flags, 1) ? Optional.of(in.text()) : Optional.empty(),
                    Flags.has(flags, 2) ? Optional.of(in.bytes()) : Optional.empty(), Flags.has(flags, 3),
                    OtherFields.read(Flags.has(flags, 4), in));
        }
        return FileShape.read(StoredName.read(FileKind.class, kind), in, version);
    }
}
