package org.assay.store.block;

import java.util.Optional;

import org.assay.model.item.Item;
import org.assay.model.text.Bytes;
import org.assay.model.text.Sha256;
import org.assay.store.bytes.ByteReader;
import org.assay.store.bytes.ByteWriter;
import org.assay.store.bytes.Deflation;
import org.assay.store.bytes.MalformedBytes;

/** Packs encoded items into the bytes of one row and back. The layout stands in {@code docs/case-format.md}. */
public final class BlockFormat {

    /** Over the files of a Debian system level 1 is twice as fast as the default, 6, and its blocks are 2 % larger. */
    private static final int LEVEL = 1;

    private BlockFormat() {
    }

    /**
     * A block as it is stored.
     *
     * @param checksum SHA-256 over version, fields and digests before compression
     */
    public record Packed(byte[] data, Bytes checksum) {
    }

    public static Packed pack(ItemEncoder items) {
        byte[] fields = items.fields();
        byte[] digests = items.digests();
        return new Packed(join(items.version(), fields, Deflation.deflate(fields, LEVEL), digests),
                checksum(items.version(), fields, digests));
    }

    /** Opens a block; malformed when it is damaged or its content has another checksum. */
    public static ItemDecoder unpack(byte[] data, Bytes checksum) {
        return unpack(data, Optional.of(checksum));
    }

    /** One item alone, for rows that hold an item: a block of one, neither compressed nor with a checksum. */
    public static byte[] packOne(Item item) {
        ItemEncoder one = new ItemEncoder();
        one.add(item);
        return join(one.version(), one.fields(), new byte[0], one.digests());
    }

    public static Item unpackOne(byte[] data) {
        ItemDecoder one = unpack(data, Optional.empty());
        if (one.items() != 1) {
            throw new MalformedBytes("it holds " + one.items() + " items where one must be");
        }
        return one.next();
    }

    private static byte[] join(int version, byte[] fields, byte[] deflated, byte[] digests) {
        ByteWriter data = new ByteWriter(deflated.length + digests.length + 32);
        data.octet(version);
        data.number(fields.length);
        data.number(deflated.length);
        data.raw(deflated.length == 0 ? fields : deflated);
        data.raw(digests);
        return data.toArray();
    }

    private static ItemDecoder unpack(byte[] data, Optional<Bytes> checksum) {
        ByteReader in = new ByteReader(data);
        int version = in.octet();
        if (version < 1 || version > ItemEncoder.VERSION) {
            throw new MalformedBytes("it is of the block format " + version + "; this Assay reads 1 to " + ItemEncoder.VERSION);
        }
        long fieldsLength = in.number();
        int deflatedLength = in.count();
        byte[] fields = deflatedLength == 0 ? in.raw(fieldsLength) : Deflation.inflate(in.raw(deflatedLength), fieldsLength);
        byte[] digests = in.raw(in.remaining());
        if (checksum.isPresent() && !checksum.get().equals(checksum(version, fields, digests))) {
            throw new MalformedBytes("its checksum is another");
        }
        return new ItemDecoder(new ByteReader(fields), new ByteReader(digests), version);
    }

    private static Bytes checksum(int version, byte[] fields, byte[] digests) {
        return Sha256.of(new byte[] {(byte) version}, fields, digests);
    }
}
