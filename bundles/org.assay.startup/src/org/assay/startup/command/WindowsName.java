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
    private static final String DEVICE = "\\Device\\";
    private static final List<String> PREFIXES = List.of("\\??\\", "\\\\?\\", "\\\\.\\", "\\DosDevices\\", "\\GLOBAL??\\",
            "\\Global\\");
    /** Volumes that are named without a letter behind a prefix (Microsoft Learn, "Naming a volume"; NtObjectManager's list). */
    private static final List<String> DEVICES = List.of("HarddiskVolume", "BootPartition", "SystemPartition", "Harddisk0\\", "Harddisk1\\");
    private static final String IMPOSSIBLE = "\"<>|?*%:/";

    enum Form {
        ABSOLUTE, RELATIVE,
        /** It is on a volume whose letter is not known. */
        VOLUME,
        /** It is in a shadow copy of a volume. */
        COPY,
        /** It is on another machine. */
        REMOTE,
        /** It is a script itself. */
        SCRIPT,
        /** It names nothing that is a file; {@code LPT1:} is a device. */
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
        if (colon > 1 && colon == text.length() - 1) {
            return new WindowsName(Form.NOTHING, "");
        }
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

    /** {@code file:///C:/x}, {@code file://C:/x} and {@code file:x} are names on this machine, {@code file://server/x} is not. */
    private static String local(String address) {
        String path = unescaped(address).replace('/', '\\');
        int start = 0;
        while (start < path.length() && path.charAt(start) == '\\') {
            start++;
        }
        String below = path.regionMatches(true, start, "localhost\\", 0, 10) ? path.substring(start + 10) : path.substring(start);
        boolean drive = below.length() >= 2 && (below.charAt(1) == ':' || below.charAt(1) == '|');
        return drive ? below.charAt(0) + ":" + below.substring(2) : start >= 3 ? below : path;
    }

    /** {@code %20} is a blank in an address. */
    private static String unescaped(String address) {
        StringBuilder plain = new StringBuilder();
        for (int at = 0; at < address.length(); at++) {
            int code = address.charAt(at) == '%' && at + 2 < address.length()
                    ? Character.digit(address.charAt(at + 1), 16) * 16 + Character.digit(address.charAt(at + 2), 16) : -1;
            boolean escape = code > ' ' - 1 && code < 0x7f;
            plain.append(escape ? (char) code : address.charAt(at));
            at += escape ? 2 : 0;
        }
        return plain.toString();
    }

    private static WindowsName path(String name, WindowsEnvironment environment) {
        String text = prefixed(name, environment);
        if (text.startsWith("\\\\") || text.startsWith("//")) {
            return environment.ofShare(text).map(path -> path(path, environment)).orElse(new WindowsName(Form.REMOTE, text));
        }
        if (text.startsWith(DEVICE)) {
            return device(text);
        }
        text = environment.ofDevice(text);
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

    /** A volume by its device's name, which no snapshot ties to a letter. */
    private static WindowsName device(String text) {
        int end = end(text);
        String below = end < 0 ? "" : components(text.substring(end));
        boolean copy = text.regionMatches(true, DEVICE.length(), "HarddiskVolumeShadowCopy", 0, 24);
        return below.isEmpty() ? new WindowsName(Form.IMPOSSIBLE, text) : copy ? new WindowsName(Form.COPY, text)
                : new WindowsName(Form.VOLUME, text.substring(0, end) + "\\" + below);
    }

    /** What stands behind the volume in the text of a {@link Form#VOLUME}. */
    String belowVolume() {
        return text.substring(end(text));
    }

    /** Where the device's name ends; that of a partition has two parts ({@code Harddisk0\Partition2}). */
    private static int end(String text) {
        int end = text.indexOf('\\', DEVICE.length());
        boolean partition = end > 0 && text.regionMatches(true, end + 1, "Partition", 0, 9);
        return partition ? text.indexOf('\\', end + 1) : end;
    }

    /**
     * Resolves what the system puts before paths: {@code \??\}, {@code \\?\}, {@code \GLOBAL??\}, {@code \DosDevices\},
     * {@code \SystemRoot\}, the names of volumes. A volume without a letter is called by its device.
     */
    private static String prefixed(String name, WindowsEnvironment environment) {
        String text = name;
        for (String prefix : PREFIXES) {
            if (text.regionMatches(true, 0, prefix, 0, prefix.length())) {
                text = text.substring(prefix.length());
                if (text.regionMatches(true, 0, "UNC\\", 0, 4)) {
                    return "\\\\" + text.substring(4);
                }
                if (text.regionMatches(true, 0, "GLOBALROOT\\", 0, 11)) {
                    return prefixed(text.substring(10), environment);
                }
                if (text.regionMatches(true, 0, "Volume{", 0, 7)) {
                    return environment.ofVolume(text).orElse(DEVICE + text);
                }
                if (text.regionMatches(true, 0, "SystemRoot\\", 0, 11)) {
                    return environment.windowsFolder() + text.substring(10);
                }
                String device = text;
                if (DEVICES.stream().anyMatch(each -> device.regionMatches(true, 0, each, 0, each.length()))) {
                    return DEVICE + text;
                }
            }
        }
        if (text.regionMatches(true, 0, "\\Device\\Mup\\", 0, 12)) {
            return "\\\\" + text.substring(12);
        }
        if (text.regionMatches(true, 0, "\\ArcName\\", 0, 9)) {
            return DEVICE + text.substring(9);
        }
        if (text.regionMatches(true, 0, DEVICE, 0, DEVICE.length())) {
            return DEVICE + text.substring(DEVICE.length());
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
