package org.assay.compare;

import java.util.List;

import org.assay.compare.lead.LeadFinder;
import org.assay.model.change.Change;
import org.assay.model.change.Lead;
import org.assay.model.startup.StartupRow;

/** What an analyst follows: changes that matter, those that belong together as one. */
public final class Leads {

    private Leads() {
    }

    /**
     * The leads among {@code changes}, the highest score first. Explained changes and those below MEDIUM are left out.
     *
     * @param startup the startup entries of the same comparison: they tell which entry starts which file
     */
    public static List<Lead> of(Iterable<Change> changes, List<StartupRow> startup) {
        return LeadFinder.find(changes, startup);
    }
}
