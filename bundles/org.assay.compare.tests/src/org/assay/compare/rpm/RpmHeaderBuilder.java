package org.assay.compare.rpm;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes headers as rpm keeps them, and databases of its own format around them. */
public final class RpmHeaderBuilder {

    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private final List<int[]> fields = new ArrayList<>();

    /** A field of texts. */
    public RpmHeaderBuilder texts(int tag, String... texts) {
        fields.add(new int[] {tag, 8, data.size(), texts.length});
        for (String text : texts) {
            data.writeBytes((text + "\0").getBytes(StandardCharsets.UTF_8));
        }
        return this;
    }

    /** A field of whole numbers of 32 bits. */
    public RpmHeaderBuilder numbers(int tag, int... numbers) {
        while (data.size() % 4 != 0) {
            data.write(0);
        }
        fields.add(new int[] {tag, 4, data.size(), numbers.length});
        for (int number : numbers) {
            data.writeBytes(ByteBuffer.allocate(4).putInt(number).array());
        }
        return this;
    }

    /** A field of bytes. */
    public RpmHeaderBuilder bytes(int tag, int... bytes) {
        fields.add(new int[] {tag, 1, data.size(), bytes.length});
        for (int one : bytes) {
            data.write(one);
        }
        return this;
    }

    /** The header. */
    public byte[] header() {
        ByteBuffer header = ByteBuffer.allocate(8 + 16 * fields.size() + data.size()).putInt(fields.size()).putInt(data.size());
        for (int[] field : fields) {
            for (int number : field) {
                header.putInt(number);
            }
        }
        return header.put(data.toByteArray()).array();
    }

    /** A package with one file whose content has this digest. */
    public static byte[] packaged(String name, String version, String folder, String file, String sha256) {
        return new RpmHeaderBuilder().texts(1000, name).texts(1001, version).texts(1002, "1").texts(1022, "noarch")
                .texts(1118, folder).texts(1117, file).numbers(1116, 0).texts(1035, sha256).numbers(5011, 8).bytes(1029, 0).header();
    }

    /** A file {@code Packages.db} with these headers. */
    public static byte[] ndb(byte[]... headers) {
        int blocks = 256;
        ByteArrayOutputStream blobs = new ByteArrayOutputStream();
        ByteBuffer slots = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN).put("RpmP".getBytes(StandardCharsets.US_ASCII))
                .putInt(0).putInt(1).putInt(1).position(32);
        for (int number = 1; number <= headers.length; number++) {
            byte[] header = headers[number - 1];
            int count = (header.length + 28 + 15) / 16;
            slots.put("Slot".getBytes(StandardCharsets.US_ASCII)).putInt(number).putInt(blocks).putInt(count);
            ByteBuffer blob = ByteBuffer.allocate(16 * count).order(ByteOrder.LITTLE_ENDIAN).put("BlbS".getBytes(StandardCharsets.US_ASCII))
                    .putInt(number).putInt(1).putInt(header.length).put(header);
            blobs.writeBytes(blob.array());
            blocks += count;
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(slots.array());
        file.writeBytes(blobs.toByteArray());
        return file.toByteArray();
    }
}
