package org.assay.startup.text;

/** How much of what evidence holds is looked at, so that nothing hostile takes time or memory without end. */
public final class Limits {

    /** The longest command line that Windows starts, in UTF-16 units (Microsoft Learn, "CreateProcessW"); more of a text is not read. */
    public static final int MAX_TEXT_LENGTH = 32_767;
    /** So many commands of one file are entries of their own. */
    public static final int MAX_COMMAND_COUNT = 1000;

    private Limits() {
    }

    /** At most {@link #MAX_TEXT_LENGTH} units of {@code text}. */
    public static String cut(String text) {
        return cut(text, MAX_TEXT_LENGTH);
    }

    /** At most {@code length} units of {@code text}. */
    public static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
