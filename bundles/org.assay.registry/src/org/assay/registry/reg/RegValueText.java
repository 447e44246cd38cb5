package org.assay.registry.reg;

import java.util.HexFormat;
import java.util.function.Consumer;

import org.assay.registry.RegistryText;
import org.assay.registry.RegistryType;
import org.assay.registry.RegistryValue;
import org.assay.registry.encoding.Utf16;

/** The text of one value in a file, wrapped as regedit wraps it. */
final class RegValueText {

    /** A line breaks after the comma with which it reaches this many characters. */
    private static final int WRAP = 77;
    private static final String INDENT = "  ";
    private static final HexFormat HEX = HexFormat.of();

    private RegValueText() {
    }

    /** The name with the equals sign. */
    static String name(String name) {
        return name.isEmpty() ? "@=" : quoted(name) + "=";
    }

    /** Hands the data to {@code out} in pieces of about one line. */
    static void data(RegistryValue value, RegFormat format, int column, Consumer<String> out) {
        int type = value.type();
        byte[] data = value.data();
        if (type == RegistryType.DWORD && data.length == Integer.BYTES) {
            out.accept("dword:" + HEX.formatHex(new byte[] {data[3], data[2], data[1], data[0]}));
        } else if (type == RegistryType.SZ && isPlainText(data)) {
            out.accept(quoted(Utf16.decode(data, 0, data.length - 2)));
        } else {
            hex(type == RegistryType.BINARY ? "hex:" : "hex(" + Integer.toHexString(type) + "):", format.inHex(type, data), column, out);
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Whether the data is a terminated text that shows as it is and comes back as the same bytes. */
    private static boolean isPlainText(byte[] data) {
        if (data.length < 2 || data.length % 2 != 0 || data[data.length - 1] != 0 || data[data.length - 2] != 0) {
            return false;
        }
        return Utf16.decode(data, 0, data.length - 2).codePoints().noneMatch(RegistryText::isInvisible);
    }

    private static void hex(String prefix, byte[] data, int column, Consumer<String> out) {
        StringBuilder line = new StringBuilder(prefix);
        int count = column + prefix.length();
        for (int i = 0; i < data.length; i++) {
            HEX.toHexDigits(line, data[i]);
            if (i < data.length - 1) {
                line.append(',');
                count += 3;
            }
            if (i < data.length - 1 && count >= WRAP) {
                out.accept(line.append("\\\r\n").toString());
                line.setLength(0);
                line.append(INDENT);
                count = INDENT.length();
            }
        }
        out.accept(line.toString());
    }
}
