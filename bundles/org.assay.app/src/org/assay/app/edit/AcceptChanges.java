package org.assay.app.edit;

import java.util.List;
import java.util.Optional;

import org.assay.app.Case;
import org.assay.app.ChangeSelection;
import org.assay.app.ListChanges;
import org.assay.app.TagChanges;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.change.Change;
import org.assay.model.change.Comparison;
import org.assay.model.change.Decision;
import org.assay.model.change.TaggedChange;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.text.Visible;

/**
 * Accepts changes for good: a new baseline holds them, and the old one stays.
 *
 * @param selection which; empty for those that are tagged so
 * @param note why
 */
public record AcceptChanges(long comparison, Optional<ChangeSelection> selection, String note, String analyst) {

    /**
     * What was made.
     *
     * @param amended the new baseline
     * @param accepted how many changes it holds beside what the old one does
     */
    public record Outcome(Comparison comparison, Snapshot amended, int accepted) {
    }

    /** Tags the selected changes, and makes the baseline. */
    public Outcome run(Case openCase) {
        if (note.isBlank()) {
            throw new AssayException(ErrorCode.WRONG_USAGE, "A baseline is amended for a reason: give it as the note.");
        }
        Comparison stored = openCase.comparison(comparison);
        List<Change> accepted = selection.map(chosen -> new TagChanges(comparison, chosen, Decision.ACCEPT, note, analyst).run(openCase))
                .orElseGet(() -> tagged(openCase)).stream().map(TaggedChange::change).toList();
        String why = "amended from snapshot %d by %s: %d changes of comparison %d were accepted: %s".formatted(stored.baseline(),
                Visible.text(analyst), accepted.size(), comparison, Visible.text(note));
        return new Outcome(stored, openCase.amend(stored.baseline(), accepted, label(openCase.snapshot(stored.baseline())), why),
                accepted.size());
    }

    private List<TaggedChange> tagged(Case openCase) {
        List<TaggedChange> tagged = new ListChanges(comparison).run(openCase).changes().stream()
                .filter(row -> row.tag().filter(tag -> tag.decision() == Decision.ACCEPT).isPresent()).toList();
        if (tagged.isEmpty()) {
            throw new AssayException(ErrorCode.WRONG_USAGE, "No change of comparison " + comparison
                    + " is tagged accept: name the changes by their numbers or by a pattern of their locations.");
        }
        return tagged;
    }

    private static String label(Snapshot baseline) {
        return baseline.label().isEmpty() ? "amended" : baseline.label() + ", amended";
    }
}
