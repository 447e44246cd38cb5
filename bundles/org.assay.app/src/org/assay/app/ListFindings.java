package org.assay.app;

import java.util.List;
import java.util.stream.Stream;

import org.assay.compare.Findings;
import org.assay.model.change.FindingType;
import org.assay.startup.StartupComparison;

/** Lists the types of all findings that a comparison can make. */
public record ListFindings() {

    public List<FindingType> run() {
        return Stream.concat(Stream.of(StartupComparison.FINDING), Findings.types().stream()).toList();
    }
}
