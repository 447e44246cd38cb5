package org.assay.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.assay.model.casefile.CaseDigest;
import org.assay.model.custody.LogHead;

/**
 * A written remediation export: its folder and the files in it.
 *
 * @param actions what scripts and imports do
 * @param manualSteps what is left to a person
 * @param gaps where nothing is known that would have to be remedied
 * @param digest that of the case from which it was made
 * @param log where the custody log ends, the entry on this export included
 */
public record Export(Path folder, List<Path> files, int actions, int manualSteps, ComparedGaps gaps, Optional<CaseDigest> digest,
        LogHead log) {
}
