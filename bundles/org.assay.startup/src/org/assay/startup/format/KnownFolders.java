package org.assay.startup.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The folders that Windows knows by an id, from {@code known-folders.txt} beside this class. */
final class KnownFolders {

    private static final String DATA = "known-folders.txt";
    private static final Map<String, String> PATHS = read();
    /** The folders of the numbers that were used before the ids (ShlObj.h, CSIDL), as far as programs are kept there. */
    private static final Map<Long, String> NUMBERS = Map.ofEntries(Map.entry(0x00L, "%USERPROFILE%\\Desktop"),
            Map.entry(0x10L, "%USERPROFILE%\\Desktop"), Map.entry(0x02L, "%APPDATA%\\Microsoft\\Windows\\Start Menu\\Programs"),
            Map.entry(0x05L, "%USERPROFILE%\\Documents"), Map.entry(0x06L, "%USERPROFILE%\\Favorites"),
            Map.entry(0x07L, "%APPDATA%\\Microsoft\\Windows\\Start Menu\\Programs\\Startup"),
            Map.entry(0x0bL, "%APPDATA%\\Microsoft\\Windows\\Start Menu"), Map.entry(0x0dL, "%USERPROFILE%\\Music"),
            Map.entry(0x0eL, "%USERPROFILE%\\Videos"), Map.entry(0x14L, "%WINDIR%\\Fonts"),
            Map.entry(0x16L, "%PROGRAMDATA%\\Microsoft\\Windows\\Start Menu"),
            Map.entry(0x17L, "%PROGRAMDATA%\\Microsoft\\Windows\\Start Menu\\Programs"),
            Map.entry(0x18L, "%PROGRAMDATA%\\Microsoft\\Windows\\Start Menu\\Programs\\Startup"), Map.entry(0x19L, "%PUBLIC%\\Desktop"),
            Map.entry(0x1aL, "%APPDATA%"), Map.entry(0x1cL, "%LOCALAPPDATA%"), Map.entry(0x23L, "%PROGRAMDATA%"),
            Map.entry(0x24L, "%WINDIR%"), Map.entry(0x25L, "%WINDIR%\\System32"), Map.entry(0x26L, "%PROGRAMFILES%"),
            Map.entry(0x27L, "%USERPROFILE%\\Pictures"), Map.entry(0x28L, "%USERPROFILE%"), Map.entry(0x29L, "%WINDIR%\\SysWOW64"),
            Map.entry(0x2aL, "%PROGRAMFILES(X86)%"), Map.entry(0x2bL, "%COMMONPROGRAMFILES%"),
            Map.entry(0x2cL, "%COMMONPROGRAMFILES(X86)%"), Map.entry(0x2eL, "%PUBLIC%\\Documents"));

    private KnownFolders() {
    }

    /** The usual path of the folder {@code id}, a GUID in braces, with variables; empty when the folder has none. */
    static Optional<String> path(String id) {
        return Optional.ofNullable(PATHS.get(id.substring(1, id.length() - 1)));
    }

    /** The same by the number that the folder had before it had an id. */
    static Optional<String> path(long number) {
        return Optional.ofNullable(NUMBERS.get(number));
    }

    private static Map<String, String> read() {
        Map<String, String> paths = new HashMap<>();
        try (InputStream in = KnownFolders.class.getResourceAsStream(DATA)) {
            if (in == null) {
                throw new IllegalStateException(DATA + " is missing beside " + KnownFolders.class.getName());
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int blank = line.indexOf(' ');
                if (!line.startsWith("#") && blank > 0) {
                    paths.put(line.substring(0, blank), line.substring(blank + 1));
                }
            }
            return Map.copyOf(paths);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
