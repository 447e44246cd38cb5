package org.assay.model.field;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

import org.assay.model.text.Bytes;

/** Fields spelled out to be digested: numbers as eight bytes, the highest first, texts as their units behind their count. */
public final class HashedFields implements FieldOutput {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);

    public HashedFields(byte[] prefix) {
        bytes.writeBytes(prefix);
    }

    public byte[] toArray() {
        return bytes.toByteArray();
    }

    @Override
    public void octet(int value) {
        bytes.write(value);
    }

    @Override
    public void number(long value) {
        bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    @Override
    public void signed(long value) {
        number(value);
    }

    @Override
    public void text(String text) {
        number(text.length());
        ByteBuffer units = ByteBuffer.allocate(text.length() * Character.BYTES);
        units.asCharBuffer().put(text);
        bytes.writeBytes(units.array());
    }

    @Override
    public void bytes(Bytes content) {
        number(content.length());
        bytes.writeBytes(content.toArray());
    }
}
