package org.assay.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.assay.model.casefile.CaseDigest;
import org.assay.model.custody.LogHead;
import org.assay.model.remediation.Plan;

/**
 * A written remediation export: its folder, the files in it, and the plan they carry out.
 *
 * @param gaps where nothing is known that would have to be remedied
 * @param digest that of the case from which it was made
 * @param log where the custody log ends, the entry on this export included
 */
public record Export(Path folder, List<Path> files, Plan plan, ComparedGaps gaps, Optional<CaseDigest> digest,
        LogHead log) {
}
