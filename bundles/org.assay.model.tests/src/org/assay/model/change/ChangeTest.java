package org.assay.model.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.assay.model.Location;
import org.assay.model.Severity;
import org.assay.model.item.KeyItem;
import org.junit.jupiter.api.Test;

class ChangeTest {

    private static final Explanation WHY = new Explanation(ExplanationKind.PACKAGE, "package a 1", "its own records", "As recorded.");

    private static Change change(int number, Severity... severities) {
        KeyItem key = KeyItem.of(Location.key("HKLM", "a"), Optional.<Instant>empty(), Optional.empty(), Optional.empty(), false);
        return Change.of(number, ChangeKind.ADDED, Optional.empty(), Optional.of(key), Set.of(),
                Stream.of(severities).map(severity -> new Finding("f", severity, "x")).toList());
    }

    @Test
    void whatIsExplainedCountsAtMostLowAndKeepsItsFindings() {
        Change high = change(1, Severity.LOW, Severity.HIGH);
        assertEquals(Severity.HIGH, high.severity());
        assertEquals(Severity.LOW, high.explainedBy(WHY).severity());
        assertEquals(high.findings(), high.explainedBy(WHY).findings());
        assertEquals(Severity.INFO, change(1).explainedBy(WHY).severity());
    }

    @Test
    void aFindingThatNothingExplainsComesFirst() {
        Change explained = change(1, Severity.HIGH).explainedBy(WHY);
        Change low = change(3, Severity.LOW);
        assertEquals(List.of(low, explained),
                Stream.of(explained, low).sorted(Change.MOST_SEVERE_FIRST).toList());
    }

    @Test
    void moreFindingsKeepTheExplanation() {
        assertEquals(Optional.of(WHY), change(1).explainedBy(WHY).with(List.of(new Finding("g", Severity.LOW, "y"))).explanation());
        assertEquals(Collections.emptyList(), change(1).explainedBy(WHY).findings());
    }
}
