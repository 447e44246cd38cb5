package org.assay.compare.rule;

import java.util.List;
import java.util.Optional;

import org.assay.model.Severity;
import org.assay.model.change.Change;
import org.assay.model.change.Finding;
import org.assay.model.change.FindingType;
import org.assay.model.item.ValueItem;
import org.assay.model.text.Bytes;

/** A whole program kept as data, to be loaded without a file. Every Windows program begins with these two letters. */
final class ProgramInRegistry implements ValueRule {

    private static final FindingType TYPE = new FindingType("program-in-registry", "Program in registry data",
            "new and modified registry values", List.of(Severity.HIGH), List.of("T1027.011"));

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public Optional<Finding> judge(ValueItem value, Change change) {
        boolean isNew = change.before().filter(was -> beginsLikeProgram(((ValueItem) was).data())).isEmpty();
        return isNew && beginsLikeProgram(value.data()) ? Optional.of(TYPE.found("Its data, " + value.data().length()
                + " bytes, begins with MZ like a Windows program.")) : Optional.empty();
    }

    private static boolean beginsLikeProgram(Bytes data) {
        return data.length() >= 2 && data.unsignedAt(0) == 'M' && data.unsignedAt(1) == 'Z';
    }
}
