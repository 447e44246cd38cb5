package org.assay.remedy;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.assay.model.Location;
import org.assay.model.casefile.CaseDigest;
import org.assay.model.change.Comparison;
import org.assay.model.change.Lead;
import org.assay.model.change.TaggedChange;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.GapReason;
import org.assay.model.snapshot.OwnCatalogue;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.snapshot.UserProfiles;
import org.assay.model.startup.StartupRow;
import org.assay.remedy.plan.Plan;

/**
 * Everything a remediation export tells.
 *
 * @param changes all changes of the comparison, tagged or not; gone through several times, and never altered
 * @param leads changes that belong together, the highest score first
 * @param startup the startup entries, with their verdicts
 * @param catalogues the user's own startup locations that were searched besides the standard ones
 * @param plan what follows from the tags, see {@link org.assay.remedy.plan.Planner}
 * @param baselineGaps what the baseline could not read, and what only the suspect was asked for
 * @param suspectGaps the same of the suspect
 * @param users the users of the suspect
 * @param gold where the baseline's content is
 * @param digest that of the case from which the export was made
 * @param caseRemarks what is to be known of the case: clocks that were set back, seals, and where its custody log ends; a sentence
 *        without a full stop each
 */
public record ExportContents(Snapshot baseline, Snapshot suspect, Comparison comparison, List<TaggedChange> changes,
        List<Lead> leads, List<StartupRow> startup, List<OwnCatalogue> catalogues, Plan plan, List<Gap> baselineGaps,
        List<Gap> suspectGaps, UserProfiles users, GoldSource gold, Optional<CaseDigest> digest,
        List<String> caseRemarks) {

    public ExportContents {
        leads = List.copyOf(leads);
        startup = List.copyOf(startup);
        catalogues = List.copyOf(catalogues);
        baselineGaps = List.copyOf(baselineGaps);
        suspectGaps = List.copyOf(suspectGaps);
        caseRemarks = List.copyOf(caseRemarks);
    }

    /** What the baseline could not read. */
    public List<Gap> unreadInBaseline() {
        return baselineGaps.stream().filter(gap -> gap.reason() != GapReason.NOT_ASKED).toList();
    }

    /** What the suspect could not read. */
    public List<Gap> unreadInSuspect() {
        return suspectGaps.stream().filter(gap -> gap.reason() != GapReason.NOT_ASKED).toList();
    }

    /** What was not compared because only one side was asked for it, by location. */
    public List<Gap> notCompared() {
        return Stream.concat(baselineGaps.stream(), suspectGaps.stream()).filter(gap -> gap.reason() == GapReason.NOT_ASKED)
                .sorted(Comparator.comparing(Gap::location, Location.ORDER)).toList();
    }
}
