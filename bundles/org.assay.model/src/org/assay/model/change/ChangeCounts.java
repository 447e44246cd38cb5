package org.assay.model.change;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.assay.model.Severity;

/**
 * How many changes there are of what kind.
 *
 * @param severities how many have which severity, those that none has left out
 * @param explained how many are explained
 * @param findings how many have a finding with which code
 */
public record ChangeCounts(Map<Severity, Long> severities, long explained, SortedMap<String, Long> findings) {

    public ChangeCounts {
        severities = severities.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(severities));
        findings = Collections.unmodifiableSortedMap(new TreeMap<>(findings));
    }

    /** Of these changes. */
    public static ChangeCounts of(Iterable<Change> changes) {
        Map<Severity, Long> severities = new EnumMap<>(Severity.class);
        SortedMap<String, Long> findings = new TreeMap<>();
        long explained = 0;
        for (Change change : changes) {
            severities.merge(change.severity(), 1L, Long::sum);
            explained += change.isExplained() ? 1 : 0;
            change.findings().stream().map(Finding::code).distinct().forEach(code -> findings.merge(code, 1L, Long::sum));
        }
        return new ChangeCounts(severities, explained, findings);
    }
}
