package org.assay.startup.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The folders in which Unix looks for programs that are named without a path (environ(7), "PATH"). */
public final class SearchPath {

    /** Those of a system that nobody changed, in their order. */
    public static final List<String> USUAL = List.of("/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin");
    private static final Set<String> OF_SYSTEM = Set.of("/usr/games", "/usr/local/games", "/snap/bin");
    private static final int MAX_FOLDER_COUNT = 16;

    /** Where packages put libraries (ld.so(8), Debian's multiarch specification). */
    private static final Pattern LIBRARIES = Pattern.compile(
            "(/usr(/local)?)?/lib(32|64|x32|exec)?(/(i386|i686|[a-z0-9_]+)-linux-(gnu|musl)[a-z0-9]*)?(/[a-z0-9_.-]+)?/*");

    private SearchPath() {
    }

    /**
     * The folders that {@code value} names; {@code $PATH} in it stands for {@code before}, which is empty for the usual ones. A dot is the
     * working folder and a tilde a home; what only a running program can tell is left out. At most 16 besides those before.
     */
    public static List<String> of(String value, List<String> before) {
        Set<String> folders = new LinkedHashSet<>();
        for (String each : Limits.cut(value).split("[:\\s]", MAX_FOLDER_COUNT + 1)) {
            String folder = each.replace("${HOME}", "~").replace("$HOME", "~").replaceFirst("(?<=.)/+$", "");
            if (folder.equals("$PATH") || folder.equals("${PATH}") || folder.equals("$path")) {
                folders.addAll(before.isEmpty() ? USUAL : before);
            } else if (folder.isEmpty() || folder.equals(".")) {
                folders.add(".");
            } else if ((folder.startsWith("/") || folder.startsWith("~/")) && folder.indexOf('$') < 0 && folder.indexOf('\0') < 0
                    && folder.indexOf(':') < 0) {
                folders.add(folder);
            }
        }
        return List.copyOf(folders);
    }

    /** Whether {@code folder}, which is searched, is an absolute path and none in which packages put libraries and programs. */
    public static boolean mayHoldOthers(String folder) {
        return folder.startsWith("/") && !USUAL.contains(folder) && !folder.startsWith("/System/") && !LIBRARIES.matcher(folder).matches();
    }

    /** Those of {@code folders} that come before the first usual one, which could stand in front of the system's programs. */
    public static List<String> inFront(List<String> folders) {
        List<String> first = new ArrayList<>();
        for (String folder : folders) {
            if (USUAL.contains(folder)) {
                return first;
            }
            if (folder.length() > 2 && !OF_SYSTEM.contains(folder)) {
                first.add(folder);
            }
        }
        return first;
    }
}
