package org.assay.app;

import java.util.List;

import org.assay.compare.Leads;
import org.assay.model.Progress;
import org.assay.model.change.Lead;

/** Lists what to follow in a comparison: changes that matter, those that belong together as one. */
public record ListLeads(long comparison) {

    /** The leads, the highest score first, with the startup entries that they came from. */
    public Outcome run(Case openCase, Progress progress) {
        StartupList startup = new ListStartup(comparison, CatalogueFiles.NONE).run(openCase, progress);
        return new Outcome(startup, Leads.of(openCase.store().changes(comparison), startup.rows()));
    }

    /**
     * What was found.
     *
     * @param startup what was compared, and what could not be read
     */
    public record Outcome(StartupList startup, List<Lead> leads) {

        public Outcome {
            leads = List.copyOf(leads);
        }
    }
}
