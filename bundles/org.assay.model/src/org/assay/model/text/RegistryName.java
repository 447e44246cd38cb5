package org.assay.model.text;

/** How the registry compares names: without case, unit by unit, whatever the locale. */
public final class RegistryName {

    private RegistryName() {
    }

    /** Negative, 0 or positive as {@code one} comes before, equals or follows {@code two}, without case. */
    public static int compare(String one, String two) {
        int shared = Math.min(one.length(), two.length());
        for (int at = 0; at < shared; at++) {
            char left = one.charAt(at);
            char right = two.charAt(at);
            if (left != right) {
                int difference = fold(left) - fold(right);
                if (difference != 0) {
                    return difference;
                }
            }
        }
        return one.length() - two.length();
    }

    /** {@code name} with every unit folded: equal exactly for names that {@link #compare} calls equal. */
    public static String fold(String name) {
        int same = 0;
        while (same < name.length() && fold(name.charAt(same)) == name.charAt(same)) {
            same++;
        }
        if (same == name.length()) {
            return name;
        }
        char[] folded = name.toCharArray();
        for (int at = same; at < folded.length; at++) {
            folded[at] = fold(folded[at]);
        }
        return new String(folded);
    }

    /**
     * The upper case of one UTF-16 unit. A letter outside ASCII never folds into ASCII (Java folds U+0131 and U+017F so), or an attacker's
     * look-alike would take the place of a system name.
     */
    public static char fold(char unit) {
        if (unit < 0x80) {
            return unit >= 'a' && unit <= 'z' ? (char) (unit - 0x20) : unit;
        }
        char upper = Character.toUpperCase(unit);
        return upper < 0x80 ? unit : upper;
    }
}
