package org.assay.model.field;

import org.assay.model.text.Bytes;

/** Takes the parts of a field's value one behind the other, such that different values never give the same bytes. */
public interface FieldOutput {

    /** The lowest eight bits. */
    void octet(int value);

    /** Any 64 bits, unsigned. */
    void number(long value);

    /** Any 64 bits, signed. */
    void signed(long value);

    /** Any UTF-16 units, with their count. */
    void text(String text);

    /** Any bytes, with their count. */
    void bytes(Bytes bytes);
}
