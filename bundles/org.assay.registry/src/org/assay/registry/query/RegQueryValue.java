package org.assay.registry.query;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.assay.registry.RegistryType;
import org.assay.registry.RegistryValue;
import org.assay.registry.encoding.Utf16;
import org.assay.registry.text.BoundedBytes;
import org.assay.registry.text.MalformedLineException;

/**
 * A value as {@code reg query} prints it.
 *
 * @param line the number of its line
 * @param name its name, or the placeholder for the default value
 * @param type the name of its type
 * @param text its data
 * @param ambiguous whether the line can be divided into name, type and data in another way, too
 */
record RegQueryValue(long line, String name, String type, String text, boolean ambiguous) {

    /** The placeholders for the default value in the languages of Windows, in lower case. */
    private static final Set<String> DEFAULT_NAMES = Set.of("(default)", "<no name>", "(standard)", "(par d\u00e9faut)",
            "(predeterminado)", "(predefinito)", "(padr\u00e3o)", "(standaard)", "(domy\u015blna)", "(v\u00fdchoz\u00ed)",
            "(alap\u00e9rtelmezett)", "(oletus)", "(varsay\u0131lan)", "(implicit)",
            "(\u03c0\u03c1\u03bf\u03b5\u03c0\u03b9\u03bb\u03bf\u03b3\u03ae)",
            "(\u043f\u043e \u0443\u043c\u043e\u043b\u0447\u0430\u043d\u0438\u044e)",
            "(\u0437\u0430 \u0437\u0430\u043c\u043e\u0432\u0447\u0443\u0432\u0430\u043d\u043d\u044f\u043c)",
            "(\u9ed8\u8ba4)", "(\u9810\u8a2d\u503c)", "(\u9810\u8a2d)", "(\u65e2\u5b9a)", "(\uae30\ubcf8\uac12)");

    private static final String LIST_SEPARATOR = "\\0";

    private static final HexFormat HEX = HexFormat.of();

    boolean isText() {
        return type.equals("REG_SZ") || type.equals("REG_EXPAND_SZ") || type.equals("REG_MULTI_SZ");
    }

    /** The value when the next line continues its text. */
    RegQueryValue continuedBy(String nextLine) {
        return new RegQueryValue(line, name, type, text + '\n' + nextLine, ambiguous);
    }

    RegQueryValue asAmbiguous() {
        return new RegQueryValue(line, name, type, text, true);
    }

    /** Why the line can be read in another way, too; empty when it cannot. */
    Optional<String> ambiguity() {
        if (ambiguous) {
            return Optional.of("The line contains two type names; the first is taken as the type of the value.");
        } else if (text.indexOf('\n') >= 0) {
            return Optional.of("Lines that are neither a key nor a value follow a string and are taken as part of it.");
        } else if (type.equals("REG_MULTI_SZ") && text.contains(LIST_SEPARATOR)) {
            return Optional.of("\\0 in a list of strings is taken as a separator but may be part of a string.");
        } else if (name.isEmpty()) {
            return Optional.of("A value has no name and is taken as the default value.");
        }
        return Optional.empty();
    }

    RegistryValue read(List<String> key) throws MalformedLineException {
        String spelled = DEFAULT_NAMES.contains(name.toLowerCase(Locale.ROOT)) ? "" : name;
        int number = RegistryType.number(type)
                .orElseThrow(() -> new MalformedLineException("The type of the value is unknown; the value is skipped."));
        return new RegistryValue(key, spelled, number, data(number));
    }

    private byte[] data(int number) throws MalformedLineException {
        return switch (number) {
            case RegistryType.SZ, RegistryType.EXPAND_SZ, RegistryType.LINK -> Utf16.encode(text + "\0");
            case RegistryType.MULTI_SZ -> Utf16.encode(list());
            case RegistryType.DWORD -> BoundedBytes.littleEndian(integer(Integer.BYTES), Integer.BYTES);
            case RegistryType.QWORD -> BoundedBytes.littleEndian(integer(Long.BYTES), Long.BYTES);
            case RegistryType.DWORD_BIG_ENDIAN -> text.startsWith("0x")
                    ? BoundedBytes.littleEndian(Integer.reverseBytes((int) integer(Integer.BYTES)), Integer.BYTES) : bytes();
            default -> bytes();
        };
    }

    private String list() {
        if (text.isEmpty()) {
            return "\0";
        }
        StringBuilder list = new StringBuilder();
        Arrays.stream(text.split("\\\\0")).forEach(each -> list.append(each).append('\0'));
        return list.append('\0').toString();
    }

    private long integer(int bytes) throws MalformedLineException {
        if (!text.matches("0x[0-9a-fA-F]{1," + 2 * bytes + "}")) {
            throw new MalformedLineException("The number is malformed; the value is skipped.");
        }
        return Long.parseUnsignedLong(text, 2, text.length(), 16);
    }

    private byte[] bytes() throws MalformedLineException {
        try {
            return HEX.parseHex(text.strip());
        } catch (IllegalArgumentException e) {
            throw new MalformedLineException("The bytes are malformed; the value is skipped.");
        }
    }
}
