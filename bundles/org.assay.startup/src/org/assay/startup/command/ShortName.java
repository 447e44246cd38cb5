package org.assay.startup.command;

/**
 * The 8.3 names that FAT and NTFS give to long names beside them (Microsoft Learn, "Naming Files, Paths, and Namespaces"). All names here
 * are folded.
 */
public final class ShortName {

    private static final int MAX_STEM_LENGTH = 6;
    private static final int MAX_BASE_LENGTH = 8;
    private static final int MAX_EXTENSION_LENGTH = 3;

    private ShortName() {
    }

    /** Whether {@code name} has the form of a generated short name: up to six characters, a tilde, a number, a short extension. */
    static boolean isShort(String name) {
        int tilde = name.lastIndexOf('~');
        int dot = name.indexOf('.');
        int end = dot < 0 ? name.length() : dot;
        boolean fits = end <= MAX_BASE_LENGTH && name.length() - end <= MAX_EXTENSION_LENGTH + 1 && name.lastIndexOf('.') == dot;
        return fits && tilde > 0 && tilde <= MAX_STEM_LENGTH && tilde < end - 1 && name.indexOf(' ') < 0
                && name.substring(tilde + 1, end).chars().allMatch(unit -> unit >= '0' && unit <= '9');
    }

    /**
     * Whether {@code name} may be the long name behind {@code shortName}, or is that very name. Which of several it is only the file
     * system knows.
     */
    static boolean mayBe(String shortName, String name) {
        if (name.equals(shortName)) {
            return true;
        }
        int dot = name.lastIndexOf('.');
        if (needsNone(name, dot)) {
            return false;
        }
        int end = shortName.indexOf('.') < 0 ? shortName.length() : shortName.indexOf('.');
        String kept = shortName.substring(0, shortName.lastIndexOf('~'));
        String stem = plain(dot > 0 ? name.substring(0, dot) : name);
        String extension = plain(dot > 0 ? name.substring(dot + 1) : "");
        boolean full = kept.length() == MAX_STEM_LENGTH || end == MAX_BASE_LENGTH;
        return stem.startsWith(kept) && (full || stem.length() == kept.length())
                && extension.substring(0, Math.min(MAX_EXTENSION_LENGTH, extension.length())).equals(shortName.substring(Math.min(end + 1,
                        shortName.length())));
    }

    /** Whether the name is an 8.3 name itself, so that no other was made for it. */
    private static boolean needsNone(String name, int dot) {
        int base = dot < 0 ? name.length() : dot;
        return base <= MAX_BASE_LENGTH && name.length() - base <= MAX_EXTENSION_LENGTH + 1 && name.indexOf('.') == dot
                && name.chars().noneMatch(unit -> " +,;=[]".indexOf(unit) >= 0);
    }

    /** Blanks and dots fall out, and what 8.3 does not allow becomes an underscore. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        for (int at = 0; at < text.length() && plain.length() < 16; at++) {
            char next = text.charAt(at);
            if (next != ' ' && next != '.') {
                plain.append("+,;=[]".indexOf(next) >= 0 ? '_' : next);
            }
        }
        return plain.toString();
    }
}
