package org.assay.model.field;

import org.assay.model.text.Bytes;

/** Gives back what a {@link FieldOutput} took. Each method throws an unchecked exception where the bytes are not such. */
public interface FieldInput {

    /** 0 to 255. */
    int octet();

    /** Any 64 bits, unsigned. */
    long number();

    /** Any 64 bits, signed. */
    long signed();

    /** How many of something follow that take a byte or more each; never more than the bytes at hand could hold. */
    int count();

    /** Any UTF-16 units. */
    String text();

    /** Any bytes. */
    Bytes bytes();
}
