package org.assay.content.sqlite;

import java.util.Optional;

import org.assay.model.text.Bytes;

/** What one column of a row holds. A column may hold values of any type, whatever its declaration says. */
public sealed interface SqliteValue {

    /** No value. Also what a row has in a column that was added to the table after it, whatever the column's default is. */
    record Null() implements SqliteValue {
    }

    /** A whole number. */
    record Whole(long number) implements SqliteValue {
    }

    /** A floating-point number. In a column of type REAL a whole one may be stored as {@link Whole}. */
    record Real(double number) implements SqliteValue {
    }

    /**
     * A text.
     *
     * @param text bytes that are not UTF-8 are carried as {@link org.assay.model.text.FileName} does; in a database in UTF-16, surrogates
     *        may stand alone, and the last byte of an odd number is left out
     */
    record Text(String text) implements SqliteValue {
    }

    /** A string of bytes. */
    record Blob(Bytes bytes) implements SqliteValue {
    }

    /** The text, if it is one. */
    default Optional<String> asText() {
        return this instanceof Text(String text) ? Optional.of(text) : Optional.empty();
    }

    /** The whole number, if it is one. */
    default Optional<Long> asWhole() {
        return this instanceof Whole(long number) ? Optional.of(number) : Optional.empty();
    }

    /** The bytes, if it is a blob. */
    default Optional<Bytes> asBlob() {
        return this instanceof Blob(Bytes bytes) ? Optional.of(bytes) : Optional.empty();
    }
}
