package org.assay.app;

import java.util.List;

import org.assay.compare.Findings;
import org.assay.model.change.FindingType;

/** Lists the types of all findings that a comparison can make. */
public record ListFindings() {

    public List<FindingType> run() {
        return Findings.types();
    }
}
