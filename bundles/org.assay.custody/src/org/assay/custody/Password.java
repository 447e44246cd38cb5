package org.assay.custody;

import java.util.Arrays;

/** A password, which is overwritten when it is closed and never becomes a text. */
public final class Password implements AutoCloseable {

    private final char[] characters;

    /** Takes the characters over; whoever gave them must not keep them. */
    public Password(char[] characters) {
        this.characters = characters;
    }

    char[] characters() {
        return characters;
    }

    @Override
    public void close() {
        Arrays.fill(characters, '\0');
    }
}
