package org.assay.registry.wine;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.assay.registry.RegistryException;
import org.assay.registry.RegistryException.Code;
import org.assay.registry.RegistrySink;
import org.assay.registry.RegistryText;
import org.assay.registry.ByteSource;
import org.assay.registry.text.RegCharacters;
import org.assay.registry.text.RegEncoding;
import org.assay.registry.text.RegTextFile;

/**
 * Reads the registry files that Wine keeps in a prefix, {@code system.reg}, {@code user.reg} and {@code userdef.reg}, whose first line is
 * {@code WINE REGISTRY Version 2}. They hold exact data, times and class names.
 *
 * <p>A comment, {@code ;; All keys relative to}, says where the keys belong; without it the file's name decides.
 */
public final class WineFileReader {

    public static final String HEADER = "WINE REGISTRY Version ";

    private static final String VERSION = "2";

    /**
     * Reads a text from its first to its last line.
     *
     * @param name its path or name: the last part tells which root its keys belong to
     * @throws RegistryException with {@link Code#UNREADABLE} when it cannot be read, with {@link Code#NOT_A_REG_FILE} when its first line
     *     is not the header
     */
    public void read(String name, ByteSource text, RegistrySink sink) {
        read(new RegTextFile(name, text, Optional.empty(), RegEncoding.DEFAULT_ANSI), assumedRoot(name), sink);
    }

    static void read(RegTextFile text, List<String> assumedRoot, RegistrySink sink) {
        text.read(sink, (chars, problems) -> {
            checkHeader(text, chars);
            new WineParser(chars, sink, problems, assumedRoot).parse();
        });
    }

    private static void checkHeader(RegTextFile text, RegCharacters chars) throws IOException {
        String header = RegTextFile.header(chars);
        if (!header.equals(HEADER + VERSION)) {
            throw text.refused(" is not a supported Wine registry file: its line 1 is \"" + RegistryText.visible(header)
                    + "\" and not \"" + HEADER + VERSION + "\". Export the keys with wine regedit /E.");
        }
    }

    private static List<String> assumedRoot(String file) {
        return switch (file.substring(file.replace('\\', '/').lastIndexOf('/') + 1).toLowerCase(Locale.ROOT)) {
            case "system.reg" -> List.of("HKEY_LOCAL_MACHINE");
            case "userdef.reg" -> List.of("HKEY_USERS", ".Default");
            default -> List.of("HKEY_CURRENT_USER");
        };
    }
}
