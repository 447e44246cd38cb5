package org.assay.ui.work;

import java.util.List;
import java.util.Optional;

import org.assay.model.startup.StartupRow;

/**
 * What the analyst has selected in the shown comparison.
 *
 * @param changes the numbers of the changes, the first being the one to look at
 * @param startup the startup entry through which they were chosen
 * @param lead the lead whose changes they are, when it was chosen as a whole
 */
public record Selection(List<Integer> changes, Optional<StartupRow> startup, Optional<ShownLead> lead) {

    public static final Selection NONE = new Selection(List.of(), Optional.empty(), Optional.empty());

    public static Selection of(List<Integer> changes) {
        return new Selection(changes, Optional.empty(), Optional.empty());
    }

    /** All changes of a lead. */
    public static Selection of(ShownLead lead) {
        return new Selection(lead.changes(), Optional.empty(), Optional.of(lead));
    }

    /** What a startup entry is about, {@code changes} of it and of its target. */
    public static Selection of(StartupRow row, List<Integer> changes) {
        return new Selection(changes, Optional.of(row), Optional.empty());
    }
}
