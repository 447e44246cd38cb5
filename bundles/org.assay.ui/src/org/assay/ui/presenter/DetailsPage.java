package org.assay.ui.presenter;

import java.util.List;
import java.util.Optional;

import org.assay.ui.grid.Tint;

/**
 * What is to be said of the selected change or startup entry. All text is safe to show.
 *
 * @param heading what it is and where
 * @param remarks findings, tag and startup entry as sentences
 * @param rows before and after, attribute by attribute
 */
public record DetailsPage(String heading, Tint tint, List<Remark> remarks, List<Row> rows) {

    /**
     * One sentence and how much it matters.
     *
     * @param finding the code of the finding that it is, where there is a page on that
     */
    public record Remark(Tint tint, String text, Optional<String> finding) {

        static Remark of(Tint tint, String text) {
            return new Remark(tint, text, Optional.empty());
        }

        /** The same, said by a finding of this code. */
        Remark saidBy(String code) {
            return new Remark(tint, text, Optional.of(code).filter(FindingPresenter::knows));
        }
    }

    /**
     * One attribute.
     *
     * @param tint {@link Tint#MODIFIED} where both sides have it and not the same
     * @param code whether it is bytes
     */
    record Row(String attribute, String before, String after, Tint tint, boolean code) {

        boolean differs() {
            return tint == Tint.MODIFIED;
        }

        /** How a row looks of which both sides are there and {@code differ}, or not. */
        static Tint tint(boolean differ) {
            return differ ? Tint.MODIFIED : Tint.NONE;
        }
    }
}
