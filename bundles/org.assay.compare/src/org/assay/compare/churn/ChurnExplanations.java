package org.assay.compare.churn;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.assay.compare.context.FileNames;
import org.assay.model.Location;
import org.assay.model.change.Change;
import org.assay.model.change.Explanation;
import org.assay.model.change.ExplanationKind;
import org.assay.model.field.Attribute;
import org.assay.model.item.ContentType;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.Item;
import org.assay.model.item.ItemStream;
import org.assay.model.snapshot.SnapshotView;

/**
 * Explains what grows, rotates or is cached by the policies that fit its tree. A cache is no place to hide: what can run is never explained
 * so, and neither are rights, or a change with a finding that speaks of more than its time.
 */
public final class ChurnExplanations {

    private static final Set<Attribute> EXPECTED = EnumSet.of(Attribute.CONTENT, Attribute.SIZE, Attribute.MODIFIED_TIME, Attribute.LINKS,
            Attribute.VALUE_DATA, Attribute.FLAGS);
    private static final Set<String> EXPECTED_FINDINGS = Set.of("content-under-same-time", "time-went-back", "content-not-read",
            "not-known");

    private final List<ChurnPolicy> policies;
    private final SnapshotView suspect;
    private final Map<String, List<Ready>> ofTrees = new HashMap<>();

    /** A rule with the policy that it is of. */
    private record Ready(ChurnPolicy policy, ChurnRule rule) {
    }

    /** @param suspect its trees tell which policies fit */
    public ChurnExplanations(List<ChurnPolicy> policies, SnapshotView suspect) {
        this.policies = List.copyOf(policies);
        this.suspect = suspect;
    }

    /** How a policy explains the change. */
    public Optional<Explanation> explain(Change change) {
        if (!EXPECTED.containsAll(change.attributes()) || canRun(change)
                || change.findings().stream().anyMatch(finding -> !EXPECTED_FINDINGS.contains(finding.code()))) {
            return Optional.empty();
        }
        Location location = change.location();
        String tree = location.space().isFile() ? location.components().getFirst() : "";
        return ofTrees.computeIfAbsent((location.space().isFile() ? "F" : "R") + tree, _ -> ready(location)).stream()
                .filter(ready -> ready.rule.places().matches(location)).findFirst()
                .filter(ready -> ready.rule.kind().expects(change)).map(ChurnExplanations::explanation);
    }

    private static Explanation explanation(Ready ready) {
        ChurnRule rule = ready.rule;
        return new Explanation(ExplanationKind.CHURN, rule.why(), "the policy " + ready.policy.name() + ", line " + rule.line(),
                "What lies there " + rule.kind().label() + ".");
    }

    private static boolean canRun(Change change) {
        return Stream.concat(change.before().stream(), change.after().stream()).anyMatch(ChurnExplanations::canRun);
    }

    private static boolean canRun(Item item) {
        return item instanceof FileItem file && (file.kind() == FileKind.LINK || FileNames.runnable(file).isPresent()
                || file.details().contentType().filter(ContentType::isExecutable).isPresent());
    }

    /** The rules that speak of a place like {@code location}: of registry data those of every policy, for a hive is not in a tree. */
    private List<Ready> ready(Location location) {
        return policies.stream().filter(policy -> !location.space().isFile() || fits(policy, location.components().getFirst()))
                .flatMap(policy -> policy.rules().stream().map(rule -> new Ready(policy, rule)))
                .filter(ready -> ready.rule.places().ofRegistry() != location.space().isFile()).toList();
    }

    private boolean fits(ChurnPolicy policy, String tree) {
        return policy.markers().isEmpty() || policy.markers().stream().anyMatch(marker -> holds(Location.file(tree, marker.split("/"))));
    }

    private boolean holds(Location place) {
        try (ItemStream items = suspect.itemsWithin(place)) {
            return items.hasNext();
        }
    }
}
