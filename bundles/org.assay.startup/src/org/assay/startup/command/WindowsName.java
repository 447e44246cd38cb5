package org.assay.startup.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.assay.startup.text.DriveName;
import org.assay.startup.windows.WindowsEnvironment;

/**
 * What a word in the place of a program's name is.
 *
 * @param text the path, {@code C:\A\B} or relative, without empty components, {@code .} and {@code ..}; or the address as it was written
 */
public record WindowsName(Form form, String text) {

    private static final Set<String> ELSEWHERE = Set.of("http", "https", "ftp", "ftps", "webcal", "dav", "davs");
    private static final Set<String> SCRIPTS = Set.of("javascript", "vbscript", "jscript", "data");
    private static final Set<String> NOTHING = Set.of("about", "res", "mailto", "shell", "ms-settings", "telnet", "news", "tel", "ldap",
            "search-ms", "microsoft-edge");
    private static final int MAX_NAME_LENGTH = 4096;
    private static final String IMPOSSIBLE = "\"<>|?*%:/";

    enum Form {
        ABSOLUTE, RELATIVE,
        /** It is on another machine. */
        REMOTE,
        /** It is a script itself. */
        SCRIPT,
        /** It names nothing that is a file. */
        NOTHING,
        /** It cannot be a name. */
        IMPOSSIBLE
    }

    /** Reads a name whose variables have been replaced. */
    static WindowsName of(String name, WindowsEnvironment environment) {
        String text = name.strip();
        if (text.startsWith("@")) {
            text = text.substring(1);
        }
        int colon = text.indexOf(':');
        if (colon > 1) {
            String scheme = text.substring(0, colon).toLowerCase(Locale.ROOT);
            if (ELSEWHERE.contains(scheme)) {
                return new WindowsName(Form.REMOTE, text);
            }
            if (SCRIPTS.contains(scheme)) {
                return new WindowsName(Form.SCRIPT, "");
            }
            if (NOTHING.contains(scheme)) {
                return new WindowsName(Form.NOTHING, "");
            }
            if (scheme.equals("file") || scheme.equals("script")) {
                text = local(text.substring(colon + 1));
            }
        }
        return path(text, environment);
    }

    /** {@code file:///C:/x} and {@code file:x} are names on this machine, {@code file://server/x} is not. */
    private static String local(String address) {
        String path = address.replace('/', '\\');
        return path.startsWith("\\\\\\") ? path.substring(3) : path;
    }

    private static WindowsName path(String name, WindowsEnvironment environment) {
        String text = prefixed(name, environment);
        if (text.startsWith("\\\\") || text.startsWith("//")) {
            return new WindowsName(Form.REMOTE, text);
        }
        boolean drive = text.length() >= 2 && DriveName.isOne(text.substring(0, 2));
        String below = drive ? text.substring(2) : text;
        boolean root = drive || below.startsWith("\\") || below.startsWith("/");
        String components = components(root ? below.replace('/', '\\') : below);
        if (components.isEmpty()) {
            return new WindowsName(Form.IMPOSSIBLE, name);
        }
        return root ? new WindowsName(Form.ABSOLUTE, (drive ? text.substring(0, 1) : environment.systemDrive()) + ":\\" + components)
                : new WindowsName(Form.RELATIVE, components);
    }

    /** Resolves what the system puts before paths: {@code \??\}, {@code \\?\}, {@code \SystemRoot\}. */
    private static String prefixed(String name, WindowsEnvironment environment) {
        String text = name;
        if (text.startsWith("\\??\\") || text.startsWith("\\\\?\\") || text.startsWith("\\\\.\\")) {
            text = text.substring(4);
            if (text.regionMatches(true, 0, "UNC\\", 0, 4)) {
                return "\\\\" + text.substring(4);
            }
            if (text.regionMatches(true, 0, "GLOBALROOT\\", 0, 11)) {
                text = text.substring(10);
            }
        }
        if (text.regionMatches(true, 0, "\\SystemRoot\\", 0, 12)) {
            return environment.windowsFolder() + text.substring(11);
        }
        return text;
    }

    /** The components behind one backslash each, or the empty string when no file can be called so. */
    private static String components(String path) {
        if (path.length() > MAX_NAME_LENGTH) {
            return "";
        }
        List<String> components = new ArrayList<>();
        String[] parts = path.split("\\\\");
        for (int at = 0; at < parts.length; at++) {
            String part = at == parts.length - 1 ? withoutStream(parts[at]) : parts[at];
            if (part.equals("..")) {
                if (!components.isEmpty()) {
                    components.removeLast();
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                String name = withoutTail(part);
                if (name.isEmpty() || !isPossible(name)) {
                    return "";
                }
                components.add(name);
            }
        }
        return String.join("\\", components);
    }

    /** A stream behind a file ({@code a.txt:b.exe}) is part of that file here. */
    private static String withoutStream(String name) {
        int colon = name.indexOf(':');
        return colon > 0 ? name.substring(0, colon) : name;
    }

    /** Windows leaves out dots and blanks at the end of a name. */
    private static String withoutTail(String name) {
        int end = name.length();
        while (end > 0 && (name.charAt(end - 1) == '.' || name.charAt(end - 1) == ' ')) {
            end--;
        }
        return name.substring(0, end);
    }

    /** The name {@code *} stands for any profile's folder, see {@link WindowsEnvironment}. */
    private static boolean isPossible(String name) {
        return name.equals("*") || name.chars().noneMatch(unit -> unit < ' ' || IMPOSSIBLE.indexOf(unit) >= 0);
    }
}
