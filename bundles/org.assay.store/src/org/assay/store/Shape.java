package org.assay.store;

import java.util.Optional;

import org.assay.model.Bytes;
import org.assay.model.FileItem;
import org.assay.model.FileKind;
import org.assay.model.Item;
import org.assay.model.KeyItem;
import org.assay.model.Space;
import org.assay.model.ValueItem;

/** What many items of a block have in common; a block spells each shape once. */
sealed interface Shape {

    /** The length of a SHA-256 in bytes. */
    int DIGEST_BYTES = 32;

    /** The space of a location whose item has this shape. */
    Space space();

    /** Of files: everything but location, size, times, digest and target. */
    record File(FileKind kind, Optional<Integer> mode, Optional<String> owner, Optional<String> group, boolean digest, boolean target,
            boolean statusChanged, boolean accessed, boolean created) implements Shape {
        @Override
        public Space space() {
            return Space.FILE;
        }
    }

    /** Of keys: everything but location and time. */
    record Key(boolean time, Optional<String> className) implements Shape {
        @Override
        public Space space() {
            return Space.KEY;
        }
    }

    /** Of values: everything but location and data. */
    record Value(int type) implements Shape {
        @Override
        public Space space() {
            return Space.VALUE;
        }
    }

    /**
     * The shape of {@code item}.
     *
     * @throws IllegalArgumentException when its location is of another space than its kind, or its digest is no SHA-256
     */
    static Shape of(Item item) {
        Shape shape = switch (item) {
            case FileItem file -> new File(file.kind(), file.mode(), file.owner(), file.group(), digest(file), file.target().isPresent(),
                    file.times().statusChanged().isPresent(), file.times().accessed().isPresent(), file.times().created().isPresent());
            case KeyItem key -> new Key(key.lastWritten().isPresent(), key.className());
            case ValueItem value -> new Value(value.type());
        };
        if (item.location().space() != shape.space()) {
            throw new IllegalArgumentException("an item of the space " + shape.space() + " lies at " + item.location());
        }
        return shape;
    }

    private static boolean digest(FileItem file) {
        if (file.sha256().map(Bytes::length).orElse(DIGEST_BYTES) != DIGEST_BYTES) {
            throw new IllegalArgumentException("the digest of " + file.location() + " is not " + DIGEST_BYTES + " bytes long");
        }
        return file.sha256().isPresent();
    }

    /** Appends this shape's definition. */
    default void write(ByteWriter out) {
        switch (this) {
            case File file -> {
                out.text(file.kind.name());
                out.octet(flags(file.mode.isPresent(), file.owner.isPresent(), file.group.isPresent(), file.digest, file.target,
                        file.statusChanged, file.accessed, file.created));
                file.mode.ifPresent(mode -> out.number(Integer.toUnsignedLong(mode)));
                file.owner.ifPresent(out::text);
                file.group.ifPresent(out::text);
            }
            case Key key -> {
                out.text(Space.KEY.name());
                out.octet(flags(key.time, key.className.isPresent()));
                key.className.ifPresent(out::text);
            }
            case Value value -> {
                out.text(Space.VALUE.name());
                out.number(Integer.toUnsignedLong(value.type));
            }
        }
    }

    /** Reads a definition. */
    static Shape read(ByteReader in) {
        String kind = in.text();
        if (kind.equals(Space.VALUE.name())) {
            return new Value((int) in.number());
        }
        if (kind.equals(Space.KEY.name())) {
            int flags = in.octet();
            return new Key(has(flags, 0), has(flags, 1) ? Optional.of(in.text()) : Optional.empty());
        }
        FileKind fileKind = StoredName.read(FileKind.class, kind);
        int flags = in.octet();
        return new File(fileKind, has(flags, 0) ? Optional.of((int) in.number()) : Optional.empty(),
                has(flags, 1) ? Optional.of(in.text()) : Optional.empty(), has(flags, 2) ? Optional.of(in.text()) : Optional.empty(),
                has(flags, 3), has(flags, 4), has(flags, 5), has(flags, 6), has(flags, 7));
    }

    private static int flags(boolean... flags) {
        int bits = 0;
        for (int at = 0; at < flags.length; at++) {
            bits |= flags[at] ? 1 << at : 0;
        }
        return bits;
    }

    private static boolean has(int flags, int bit) {
        return (flags >> bit & 1) != 0;
    }
}
