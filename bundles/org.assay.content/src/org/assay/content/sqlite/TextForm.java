package org.assay.content.sqlite;

import java.util.Arrays;

import org.assay.model.text.FileName;

/** How a database writes texts. */
enum TextForm {

    UTF_8,
    UTF_16_LITTLE,
    UTF_16_BIG;

    /** By the number in the header. A new database has 0 there; SQLite takes whatever is none of the others for UTF-8, too. */
    static TextForm of(int number) {
        return switch (number) {
            case 2 -> UTF_16_LITTLE;
            case 3 -> UTF_16_BIG;
            default -> UTF_8;
        };
    }

    String decode(byte[] bytes, int start, int length) {
        return switch (this) {
            case UTF_8 -> FileName.decode(Arrays.copyOfRange(bytes, start, start + length));
            case UTF_16_LITTLE -> units(bytes, start, length, 0);
            case UTF_16_BIG -> units(bytes, start, length, 1);
        };
    }

    private static String units(byte[] bytes, int start, int length, int low) {
        char[] units = new char[length / 2];
        for (int unit = 0; unit < units.length; unit++) {
            int at = start + 2 * unit;
            units[unit] = (char) ((bytes[at + 1 - low] & 0xff) << 8 | bytes[at + low] & 0xff);
        }
        return new String(units);
    }
}
