package org.assay.app.edit;

import org.assay.app.Case;
import org.assay.model.text.Visible;

/** Calls a host of a case otherwise. */
public record RenameHost(String host, String name) {

    /** Says what was done. */
    public String run(Case openCase) {
        long snapshots = openCase.renameHost(host, name);
        return "%s is %s now, in %d %s".formatted(Visible.text(host), Visible.text(name), snapshots,
                snapshots == 1 ? "snapshot" : "snapshots");
    }
}
