package org.assay.ui.work;

import java.util.List;
import java.util.Optional;

import org.assay.app.Case;
import org.assay.app.ShowContent;
import org.assay.app.page.ContentSide;
import org.assay.app.page.LineDifference;

/**
 * What a change of a comparison holds on either side, read from the case.
 *
 * @param lines both texts, held against each other; none where a side that is there is no text
 */
public record ShownContent(long comparison, int number, ShowContent.Sides sides, List<LineDifference.Line> lines) {

    static ShownContent read(Case openCase, long comparison, int number) {
        ShowContent.Sides sides = ShowContent.both(openCase, comparison, number);
        boolean isText = lines(sides.before()).isPresent() && lines(sides.after()).isPresent();
        return new ShownContent(comparison, number, sides, isText ? LineDifference.lines(lines(sides.before()).orElseThrow(),
                lines(sides.after()).orElseThrow()) : List.of());
    }

    /** The lines of a side: none of one that is not there, empty for one that is no text. */
    private static Optional<List<String>> lines(Optional<ContentSide> side) {
        return side.isEmpty() ? Optional.of(List.of()) : side.get().text();
    }

    /** Whether this is what the change with this number of this comparison holds. */
    public boolean isOf(long ofComparison, int ofNumber) {
        return comparison == ofComparison && number == ofNumber;
    }
}
