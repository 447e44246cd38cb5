package org.assay.model.change;

import java.util.List;
import java.util.Set;

import org.assay.model.snapshot.ScopeFilter;

/**
 * How two snapshots were compared.
 *
 * @param options as it was asked for
 * @param remarks what was made the same so that things meet, a sentence without a full stop each
 */
public record ComparisonBasis(ComparisonOptions options, List<String> remarks) {

    /** As asked for by default, where nothing had to be made the same. */
    public static final ComparisonBasis USUAL = new ComparisonBasis(new ComparisonOptions(ScopeFilter.ALL, Set.of(), false), List.of());

    public ComparisonBasis {
        remarks = List.copyOf(remarks);
    }
}
