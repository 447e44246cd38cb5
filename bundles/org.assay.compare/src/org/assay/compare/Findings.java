package org.assay.compare;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.assay.compare.context.ComparisonContext;
import org.assay.compare.mass.AlikePrograms;
import org.assay.compare.mass.MassChanges;
import org.assay.compare.own.OwnRules;
import org.assay.compare.rule.FindingRule;
import org.assay.compare.rule.Rules;
import org.assay.model.change.Change;
import org.assay.model.change.Finding;
import org.assay.model.change.FindingType;

/** What changes give away. */
public final class Findings {

    private Findings() {
    }

    /** The types of all findings that a comparison can make, in the order in which they stand on a change. */
    public static List<FindingType> types() {
        return Stream.concat(Stream.of(MassChanges.TYPE, AlikePrograms.TYPE, KnownBad.TYPE, OwnRules.TYPE),
                Rules.ALL.stream().map(FindingRule::type)).toList();
    }

    /** The findings of a numbered change. */
    static List<Finding> of(Change change, ComparisonContext context, Knowledge knowledge) {
        return Stream.concat(Rules.ALL.stream().map(rule -> rule.judge(change, context)),
                knowledge.rules().stream().map(rules -> rules.judge(change))).flatMap(Optional::stream).toList();
    }
}
