package org.assay.ui.work;

import java.util.List;
import java.util.Optional;

import org.assay.model.startup.StartupRow;

/**
 * What the analyst has selected in the shown comparison.
 *
 * @param changes the numbers of the changes, the first being the one to look at
 * @param startup the startup entry through which they were chosen
 */
public record Selection(List<Integer> changes, Optional<StartupRow> startup) {

    public static final Selection NONE = new Selection(List.of(), Optional.empty());

    public static Selection of(List<Integer> changes) {
        return new Selection(changes, Optional.empty());
    }
}
