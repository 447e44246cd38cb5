package org.assay.app.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.assay.model.change.FindingType;

/**
 * What to make of a finding: what it means, an example, when it is wrong, what to do.
 *
 * @param type what the page is about
 * @param blocks its text in order, beginning with a heading
 */
public record FindingPage(FindingType type, List<Block> blocks) {

    private static final String FENCE = "```";
    private static final String ITEM = "- ";

    public FindingPage {
        blocks = List.copyOf(blocks);
    }

    /** A piece of the text; its lines are not broken but for an example's. */
    public sealed interface Block {

        String text();

        /** @param level 1 for the title of the page, 2 for a section's */
        record Heading(int level, String text) implements Block {
        }

        record Paragraph(String text) implements Block {
        }

        /** One of a list. */
        record Item(String text) implements Block {
        }

        /** Output of Assay, as it is. */
        record Example(String text) implements Block {
        }
    }

    /**
     * Reads a page. Of Markdown it may have what the pages need: headings, paragraphs, lists of one level, fenced code; what stands in a
     * text stays as it is written.
     */
    public static FindingPage parse(FindingType type, String markdown) {
        return new FindingPage(type, blocks(markdown));
    }

    /** The pieces of a page, as {@link #parse} reads them. */
    public static List<Block> blocks(String markdown) {
        List<Block> blocks = new ArrayList<>();
        List<String> open = new ArrayList<>();
        boolean code = false;
        for (String line : markdown.lines().toList()) {
            if (line.startsWith(FENCE)) {
                close(blocks, open, code);
                code = !code;
            } else if (code) {
                open.add(line);
            } else if (line.isBlank() || line.startsWith("#") || line.startsWith(ITEM)) {
                close(blocks, open, false);
                if (!line.isBlank()) {
                    open.add(line);
                }
                if (line.startsWith("#")) {
                    close(blocks, open, false);
                }
            } else {
                open.add(line.strip());
            }
        }
        close(blocks, open, code);
        return blocks;
    }

    private static void close(List<Block> blocks, List<String> open, boolean code) {
        if (open.isEmpty()) {
            return;
        }
        String text = open.stream().collect(Collectors.joining(code ? "\n" : " "));
        if (code) {
            blocks.add(new Block.Example(text));
        } else if (text.startsWith("#")) {
            int level = text.indexOf(' ');
            blocks.add(new Block.Heading(level, text.substring(level + 1)));
        } else {
            blocks.add(text.startsWith(ITEM) ? new Block.Item(text.substring(ITEM.length())) : new Block.Paragraph(text));
        }
        open.clear();
    }
}
