package org.assay.cli.output;

import java.util.Locale;

import org.assay.app.page.FindingPage;
import org.assay.app.page.FindingPage.Block;

/**
 * A page as text for a terminal or a pipe.
 *
 * @param terminal gives the width and colours
 */
public record PageText(Terminal terminal) {

    private static final int MAX_WIDTH = 100;
    private static final int MIN_WIDTH = 40;
    private static final String INDENT = "  ";
    private static final String BULLET = "- ";

    /** The page with line ends of this system. */
    public String of(FindingPage page) {
        StringBuilder text = new StringBuilder();
        Block last = null;
        for (Block block : page.blocks()) {
            if (last != null && !(last instanceof Block.Item && block instanceof Block.Item)) {
                text.append(System.lineSeparator());
            }
            text.append(text(block));
            last = block;
        }
        return text.toString();
    }

    private String text(Block block) {
        return switch (block) {
            case Block.Heading heading -> terminal.paint(Colour.BOLD, heading.level() == 1 ? heading.text()
                    : heading.text().toUpperCase(Locale.ROOT)) + System.lineSeparator();
            case Block.Paragraph paragraph -> wrapped(INDENT, INDENT, paragraph.text());
            case Block.Item item -> wrapped(INDENT + BULLET, INDENT + " ".repeat(BULLET.length()), item.text());
            case Block.Example example -> example.text().lines().map(line -> INDENT + INDENT + line + System.lineSeparator())
                    .reduce("", String::concat);
        };
    }

    private String wrapped(String first, String next, String text) {
        int width = terminal.width() == 0 ? MAX_WIDTH : Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, terminal.width()));
        StringBuilder lines = new StringBuilder();
        StringBuilder line = new StringBuilder(first);
        boolean empty = true;
        for (String word : text.split(" ")) {
            if (!empty && line.length() + 1 + word.length() > width) {
                lines.append(line).append(System.lineSeparator());
                line = new StringBuilder(next);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        return lines.append(line).append(System.lineSeparator()).toString();
    }
}
