package org.assay.ui.presenter;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.assay.app.ExplainFinding;
import org.assay.app.ListFindings;
import org.assay.app.page.FindingPage;
import org.assay.app.page.FindingPage.Block;
import org.assay.model.change.FindingType;
import org.assay.ui.grid.Tint;

/** Explains a finding. */
public final class FindingPresenter {

    private static final Set<String> KNOWN = new ListFindings().run().stream().map(FindingType::id).collect(Collectors.toUnmodifiableSet());

    private final FindingPage page;

    /** How a line looks. */
    public enum Look {
        TITLE, FACT, SECTION, TEXT, ITEM,
        /** As it is, in letters of equal width. */
        EXAMPLE
    }

    /**
     * A line of the page, which is broken where it does not fit.
     *
     * @param tint how much what it says matters
     */
    public record Line(Look look, Tint tint, String text) {
    }

    /** Reads the page of {@code code}, which {@link #knows}. */
    public FindingPresenter(String code) {
        page = new ExplainFinding(code).run();
    }

    /** Whether findings of this code can be explained: a case may hold some that an older or newer Assay made. */
    public static boolean knows(String code) {
        return KNOWN.contains(code);
    }

    /** What stands over the page. */
    public String title() {
        return page.type().title() + " (" + page.type().id() + ")";
    }

    /** The page, line by line. */
    public List<Line> lines() {
        return lines(page.blocks(), Tint.of(page.type().severities().getFirst()), true);
    }

    /**
     * The lines of these pieces of a page.
     *
     * @param beginsWithFacts whether items before the first section are facts and no list
     */
    static List<Line> lines(List<Block> blocks, Tint title, boolean beginsWithFacts) {
        List<Line> lines = new ArrayList<>();
        boolean facts = beginsWithFacts;
        for (Block block : blocks) {
            facts &= !(block instanceof Block.Heading heading && heading.level() > 1);
            switch (block) {
                case Block.Heading heading -> lines.add(heading.level() == 1
                        ? new Line(Look.TITLE, title, heading.text())
                        : new Line(Look.SECTION, Tint.NONE, heading.text()));
                case Block.Paragraph paragraph -> lines.add(new Line(Look.TEXT, Tint.NONE, paragraph.text()));
                case Block.Item item -> lines.add(facts ? new Line(Look.FACT, Tint.QUIET, item.text())
                        : new Line(Look.ITEM, Tint.NONE, item.text()));
                case Block.Example example -> example.text().lines().forEach(text -> lines.add(new Line(Look.EXAMPLE, Tint.CODE, text)));
            }
        }
        return lines;
    }
}
