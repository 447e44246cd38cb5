package org.assay.compare.rule;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.assay.compare.own.OwnRules;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeBuffer;
import org.assay.model.change.FindingType;

/** Who knows a system knows what must not happen there. */
final class OwnRule implements GivenRule {

    @Override
    public FindingType type() {
        return OwnRules.TYPE;
    }

    @Override
    public List<Change> mark(List<Change> changes, Given given, Supplier<ChangeBuffer> buffers) {
        if (given.own().isEmpty()) {
            return changes;
        }
        ChangeBuffer marked = buffers.get();
        changes.forEach(change -> marked.add(change.with(given.own().stream().map(rules -> rules.judge(change)).flatMap(Optional::stream)
                .toList())));
        return marked.end();
    }
}
