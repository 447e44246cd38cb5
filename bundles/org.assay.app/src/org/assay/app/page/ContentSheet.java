package org.assay.app.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.assay.model.text.Visible;

/**
 * What a file or a registry value holds, to be read by a person.
 *
 * @param heading what is shown
 * @param found whether there was anything to show
 * @param notes sentences on how it was read, or why it cannot be shown
 * @param content its lines as they are
 * @param decoded what was hidden in it, each with its own heading and lines, in the order in which it was found
 * @param all whether nothing is left out, however much it is
 */
public record ContentSheet(String heading, boolean found, List<String> notes, List<String> content, List<Part> decoded, boolean all) {

    private static final String MARGIN = "  | ";
    private static final int MAX_LINES = 500;
    private static final int MAX_LINE_LENGTH = 2_000;

    /** Something that was decoded. */
    public record Part(String heading, List<String> lines) {
    }

    /** The sheet as lines of text, in which nothing is hidden and nothing obeyed ({@link Visible}). */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(heading));
        notes.forEach(note -> lines.add("  " + note));
        if (!content.isEmpty()) {
            lines.add("");
            add(content, lines);
        }
        for (Part part : decoded) {
            lines.add("");
            lines.add(part.heading());
            add(part.lines(), lines);
        }
        return lines;
    }

    /** Whether {@link #lines} leaves out something. */
    public boolean isShortened() {
        return !all && (isLong(content) || decoded.stream().anyMatch(part -> isLong(part.lines())));
    }

    private static boolean isLong(List<String> content) {
        return content.size() > MAX_LINES || content.stream().anyMatch(line -> line.length() > MAX_LINE_LENGTH);
    }

    /** Each line of the content stands behind a margin, so that none can pass for a sentence of the sheet's own. */
    private void add(List<String> content, List<String> lines) {
        long cut = 0;
        for (String line : all ? content : content.subList(0, Math.min(MAX_LINES, content.size()))) {
            boolean isCut = !all && line.length() > MAX_LINE_LENGTH;
            cut += isCut ? line.length() - MAX_LINE_LENGTH : 0;
            lines.add(MARGIN + (isCut ? Visible.text(line.substring(0, MAX_LINE_LENGTH)) + "…" : Visible.text(line)));
        }
        int left = all ? 0 : Math.max(0, content.size() - MAX_LINES);
        if (left > 0) {
            lines.add(String.format(Locale.ROOT, "%,d more lines are left out.", left));
        }
        if (cut > 0) {
            lines.add(String.format(Locale.ROOT, "Of long lines (…) %,d characters are left out.", cut));
        }
    }
}
