package org.assay.registry.reg;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.assay.registry.RegistryType;
import org.assay.registry.RegistryValue;
import org.assay.registry.encoding.Utf16;

/** The two kinds of {@code .reg} files that are written. */
public enum RegFormat {

    /** Windows 2000 and later: UTF-16LE with a byte order mark, any text. */
    VERSION_5("\ufeffWindows Registry Editor Version 5.00"),

    /**
     * Windows 95, 98, ME and NT 4, which read nothing else; later ones read it too. Its text and its strings in hexadecimal have one byte a
     * character in the code page of the importing machine, so only ASCII is written.
     */
    REGEDIT4("REGEDIT4");

    private static final String BEYOND_ASCII = "(?s).*[^\\x00-\\x7f].*";

    private final String header;

    RegFormat(String header) {
        this.header = header;
    }

    String header() {
        return header;
    }

    byte[] encode(CharSequence text) {
        return switch (this) {
            case VERSION_5 -> Utf16.encode(text);
            case REGEDIT4 -> text.toString().getBytes(StandardCharsets.US_ASCII);
        };
    }

    /** Whether such a file can hold names with these components. */
    public boolean holds(List<String> names) {
        return this == VERSION_5 || names.stream().noneMatch(name -> name.matches(BEYOND_ASCII));
    }

    /** Whether importing such a file gives this value with exactly its data. */
    public boolean holds(RegistryValue value) {
        return holds(value.key()) && holds(List.of(value.name())) && (this == VERSION_5 || !RegistryType.isAnsiText(value.type())
                || value.data().length % 2 == 0 && holds(List.of(Utf16.decode(value.data(), 0, value.data().length))));
    }

    /** The data as hexadecimal digits give it: what the importer widens to UTF-16 is written with one byte a character. */
    byte[] inHex(int type, byte[] data) {
        return this == REGEDIT4 && RegistryType.isAnsiText(type) ? encode(Utf16.decode(data, 0, data.length)) : data;
    }
}
