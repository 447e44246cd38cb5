package org.assay.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.assay.model.change.FindingType;
import org.assay.model.change.Meaning;
import org.junit.jupiter.api.Test;

class MeaningsTest {

    /** One without a meaning would count as mere code, one that nobody makes would be forgotten in the table. */
    @Test
    void everyFindingMeansSomething() {
        Set<String> codes = Findings.types().stream().map(FindingType::id).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(codes, Arrays.stream(Meaning.values()).flatMap(meaning -> meaning.codes().stream())
                .collect(Collectors.toCollection(TreeSet::new)));
    }
}
