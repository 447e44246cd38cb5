package org.assay.testkit;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

import org.assay.model.text.FileName;

/** Names that an attacker would choose against a terminal, a script, a spreadsheet, a page, a file system or a reader. */
public final class HostileNames {

    private static final List<String> ALL = List.of(
            "new\nline", "carriage\rreturn", "tab\tstop", "clear\u001b[2J\u001b[31mscreen", "bell\u0007", "delete\u007f",
            bytes('l', 'a', 't', 'i', 'n', 0xe9, '.', 't', 'x', 't'), bytes(0xff, 0xfe, '.', 'e', 'x', 'e'), bytes(0xc0, 0xaf),
            bytes(0xed, 0xa0, 0x80),
            "%PATH%", "100%", "%s%n", "for%%i", "single'quote", "double\"quote", "back`tick", "$(touch pwned)", "${HOME}", "$HOME",
            "=cmd|' /C calc'!A0", "=1+1", "+1", "@SUM(1)", "-1", "-rf", "--help", "..", "...", "..\\..\\win.ini", "back\\slash",
            "*", "?", "[a]", "~", "#", "a&b", "a&&b", "a^b", "a!b!", "a;b", "a|b", "a>b", "a,b", "a:b", "REM", "::comment",
            "photo\u202egpj.exe", "zero\u200bwidth", "trailing blank ", " leading blank", " ", "trailing dot.",
            "CON", "NUL", "com1.txt", "AUX.", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>",
            "\u00e9", "e\u0301", "\ud83d\udc1b", "LOVE-LETTER-FOR-YOU.TXT.vbs", "a".repeat(255), "\u00fc".repeat(127) + "x");

    private HostileNames() {
    }

    /** Every name, as {@link FileName} carries it; some hold a slash or are {@code ..}. Registry names may hold each of them and NUL. */
    public static List<String> all() {
        return ALL;
    }

    /** Those that a POSIX file system can hold as one name: at most 255 bytes, no slash, not {@code ..}. */
    public static List<String> onDisk() {
        return ALL.stream().filter(name -> name.indexOf('/') < 0 && !name.equals("..")).toList();
    }

    /**
     * The path of {@code name} in {@code folder}, byte for byte. {@link Path#resolve} would lose or refuse names that are not valid in the
     * platform's encoding; a URI keeps them. On POSIX systems only.
     */
    public static Path in(Path folder, String name) {
        StringBuilder uri = new StringBuilder(folder.toUri().toString());
        if (uri.charAt(uri.length() - 1) != '/') {
            uri.append('/');
        }
        for (byte next : FileName.encode(name)) {
            uri.append("%%%02X".formatted(next & 0xff));
        }
        return Path.of(URI.create(uri.toString()));
    }

    private static String bytes(int... name) {
        byte[] exact = new byte[name.length];
        for (int at = 0; at < name.length; at++) {
            exact[at] = (byte) name[at];
        }
        return FileName.decode(exact);
    }
}
