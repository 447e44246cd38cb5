package org.assay.app.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.assay.compare.Voucher;
import org.assay.model.change.Change;
import org.assay.model.change.Decision;
import org.assay.model.change.Explanation;
import org.assay.model.change.ExplanationKind;
import org.assay.model.change.HeldTags;
import org.assay.model.change.Tag;
import org.assay.model.text.Visible;

/**
 * What analysts accepted in an earlier comparison of the same host, as long as it is the same.
 *
 * @param tags those that hold in the comparison
 */
public record AcceptedBefore(HeldTags tags) implements Voucher {

    @Override
    public Map<Integer, Explanation> explain(List<Change> changes) {
        Map<Integer, Explanation> accepted = new HashMap<>();
        changes.forEach(change -> tags.of(change).filter(tag -> tag.decision() == Decision.ACCEPT)
                .ifPresent(tag -> accepted.put(change.number(), explanation(tag))));
        return accepted;
    }

    private static Explanation explanation(Tag tag) {
        String analyst = Visible.text(tag.analyst());
        return new Explanation(ExplanationKind.ACCEPTED, "changes that " + analyst + " accepted", analyst + ", at " + tag.decided(),
                tag.note().isEmpty() ? "The same change was accepted before." : "The same change was accepted before: "
                        + Visible.text(tag.note()));
    }
}
