package org.assay.startup.text;

/** The names of trees that are drives of DOS and Windows. */
public final class DriveName {

    private DriveName() {
    }

    /** Whether {@code tree} is called like a drive: a letter and a colon. */
    public static boolean isOne(String tree) {
        return tree.length() == 2 && tree.charAt(1) == ':' && (tree.charAt(0) | 0x20) >= 'a' && (tree.charAt(0) | 0x20) <= 'z';
    }
}
