package org.assay.startup.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Absolute paths that stand anywhere in a text, whatever the text is: the arguments of a program that nobody has described, a line of
 * configuration, a script. Where a path ends is guessed, so a path of Windows, which may hold blanks, has several readings.
 */
public final class NamedPaths {

    private static final int MAX_COUNT = 64;
    private static final int MAX_READING_COUNT = 8;
    private static final int MAX_LENGTH = 512;
    /** They end every path of Windows. */
    private static final String WINDOWS_ENDS = "\"<>|*?:";
    /** They may end one. */
    private static final String WINDOWS_BREAKS = " \t,;'`)]}&^=!(";
    private static final String UNIX_ENDS = " \t\"'`;|&<>(){}[]$*?,:=!#%\\";
    /** Where drives are, seen from WSL, Cygwin and MSYS. */
    private static final List<String> MOUNTS = List.of("/mnt/", "/cygdrive/", "/");
    /** The folders behind it hold extensions of a browser, each with its manifest. */
    private static final String EXTENSIONS = "--load-extension=";
    /** There is no file of a disk below them. */
    private static final List<String> VIRTUAL = List.of("/dev/", "/proc/", "/sys/");

    private NamedPaths() {
    }

    /** The paths of Windows in {@code text}, each as its readings {@code C:\A\B}, the longest first; at most 64 of at most 8. */
    public static List<List<String>> windows(String text) {
        Set<List<String>> paths = new LinkedHashSet<>();
        for (int at = 0; at + 3 < text.length() && paths.size() < MAX_COUNT; at++) {
            boolean drive = isLetter(text.charAt(at)) && text.charAt(at + 1) == ':' && isSlash(text.charAt(at + 2));
            if (drive && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)) || isOption(text, at))) {
                add(text, at, at + 2, paths);
            } else if (text.charAt(at) == '/' && (at == 0 || " \t\"'=,;(".indexOf(text.charAt(at - 1)) >= 0)) {
                int from = at;
                MOUNTS.stream().filter(mount -> isMounted(text, from, mount)).findFirst()
                        .ifPresent(mount -> add(text, from + mount.length(), from + mount.length() + 1, paths));
            }
        }
        return List.copyOf(paths);
    }

    private static boolean isMounted(String text, int at, String mount) {
        int letter = at + mount.length();
        return text.startsWith(mount, at) && letter + 2 < text.length() && isLetter(text.charAt(letter)) && text.charAt(letter + 1) == '/';
    }

    private static void add(String text, int letter, int from, Set<List<String>> paths) {
        int end = from;
        while (end < text.length() && end - from < MAX_LENGTH && text.charAt(end) >= ' ' && (WINDOWS_ENDS.indexOf(text.charAt(end)) < 0
                || text.startsWith("\\*\\", end - 1))) {
            end++;
        }
        Set<String> readings = new LinkedHashSet<>();
        String drive = text.charAt(letter) + ":";
        if (isExtension(text, letter)) {
            int stop = from;
            boolean quoted = text.charAt(letter - 1) == '"';
            while (stop < end && text.charAt(stop) != ',' && (quoted || text.charAt(stop) != ' ')) {
                stop++;
            }
            reading(drive, text.substring(from, stop) + "\\manifest.json", readings);
        }
        reading(drive, text.substring(from, end), readings);
        List<Integer> breaks = new ArrayList<>();
        for (int at = from; at < end && breaks.size() < MAX_READING_COUNT - 1; at++) {
            if (WINDOWS_BREAKS.indexOf(text.charAt(at)) >= 0) {
                breaks.addFirst(at);
            }
        }
        breaks.forEach(at -> reading(drive, text.substring(from, at), readings));
        if (!readings.isEmpty()) {
            paths.add(List.copyOf(readings));
        }
    }

    private static void reading(String drive, String rest, Set<String> readings) {
        String path = rest.replace('/', '\\').replaceAll("\\\\{2,}", "\\\\");
        int end = path.length();
        while (end > 0 && (path.charAt(end - 1) == ' ' || path.charAt(end - 1) == '.')) {
            end--;
        }
        if (end > 1 && !path.endsWith("\\") && !path.contains("\\..")) {
            readings.add(drive + path.substring(0, end));
        }
    }

    /** The paths of Unix in {@code text}, from the root or from a home ({@code ~/}); at most 64. */
    public static List<String> unix(String text) {
        Set<String> paths = new LinkedHashSet<>();
        for (int at = 0; at + 2 < text.length() && paths.size() < MAX_COUNT; at++) {
            boolean home = text.startsWith("~/", at);
            if (!home && text.charAt(at) != '/' || !mayBegin(text, at)) {
                continue;
            }
            int end = at + 1;
            while (end < text.length() && end - at < MAX_LENGTH && text.charAt(end) > ' ' && UNIX_ENDS.indexOf(text.charAt(end)) < 0) {
                end++;
            }
            String path = text.substring(at, end).replaceAll("/{2,}", "/").replaceAll("[./]+$", "");
            boolean cut = end < text.length() && "*?$".indexOf(text.charAt(end)) >= 0;
            if (path.length() > 2 && !cut && VIRTUAL.stream().noneMatch(path::startsWith)) {
                paths.add(isExtension(text, at) ? path + "/manifest.json" : path);
            }
            at = end - 1;
        }
        return List.copyOf(paths);
    }

    /** Whether the path that begins at {@code at} is a folder of {@code --load-extension}, the first or another. */
    private static boolean isExtension(String text, int at) {
        int option = text.lastIndexOf(EXTENSIONS, at);
        return option >= 0 && at - option < MAX_LENGTH && text.substring(option + EXTENSIONS.length(), at).chars()
                .noneMatch(unit -> unit == ' ' || unit == '\n' || unit == '\t');
    }

    /** Not in the midst of a word, but behind a short option: {@code -I/opt/x}. */
    private static boolean mayBegin(String text, int at) {
        if (at == 0) {
            return true;
        }
        char before = text.charAt(at - 1);
        boolean hyphen = before == '-' && (at == 1 || !Character.isLetterOrDigit(text.charAt(at - 2)));
        return isOption(text, at) && text.charAt(at - 2) == '-' || hyphen
                || !Character.isLetterOrDigit(before) && "_./~$})]*?-".indexOf(before) < 0;
    }

    /** Whether an option of one letter ends at {@code at}. */
    private static boolean isOption(String text, int at) {
        return at > 1 && "-/".indexOf(text.charAt(at - 2)) >= 0 && isLetter(text.charAt(at - 1));
    }

    private static boolean isLetter(char unit) {
        return unit >= 'a' && unit <= 'z' || unit >= 'A' && unit <= 'Z';
    }

    private static boolean isSlash(char unit) {
        return unit == '\\' || unit == '/';
    }
}
