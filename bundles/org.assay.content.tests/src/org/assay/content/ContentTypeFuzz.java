package org.assay.content;

import java.util.Arrays;

import org.assay.model.item.ContentType;

/** Fuzz target: whatever a file begins with, it has one type, and what stands behind the first bytes does not alter it. */
public final class ContentTypeFuzz {

    private static final int MORE = 16;

    private ContentTypeFuzz() {
    }

    /** Takes one input, a file of any kind. */
    public static void fuzzerTestOneInput(byte[] file) {
        ContentType type = TypeDetector.detect(file, file.length);
        if ((type == ContentType.EMPTY) != (file.length == 0)) {
            throw new AssertionError("a file of " + file.length + " bytes is " + type);
        }
        byte[] longer = Arrays.copyOf(file, file.length + MORE);
        Arrays.fill(longer, file.length, longer.length, (byte) 'M');
        expect(type, TypeDetector.detect(longer, file.length), "with bytes in the buffer behind it");
        if (file.length > TypeDetector.HEAD_BYTES) {
            expect(type, TypeDetector.detect(file, TypeDetector.HEAD_BYTES), "cut off after its first bytes");
        }
    }

    private static void expect(ContentType whole, ContentType other, String how) {
        if (whole != other) {
            throw new AssertionError("it is " + whole + ", but " + other + " " + how);
        }
    }
}
