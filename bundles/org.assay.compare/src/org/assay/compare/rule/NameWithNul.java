package org.assay.compare.rule;

import java.util.List;
import java.util.Optional;

import org.assay.compare.context.ComparisonContext;
import org.assay.model.Severity;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.Finding;
import org.assay.model.change.FindingType;
import org.assay.model.text.Visible;

/** Windows programs end a name at NUL, so they neither see nor open a key or value with one in its name; the kernel does. */
final class NameWithNul implements ChangeRule {

    private static final FindingType TYPE = new FindingType("name-with-nul", "NUL in a registry name",
            "new and modified registry keys and values", List.of(Severity.HIGH), List.of("T1112", "T1564"));

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public Optional<Finding> judge(Change change, ComparisonContext context) {
        return isHidden(change) ? Optional.of(TYPE.found(
                "Its name has a NUL, which hides it from the Registry Editor and most other programs. Spelled out it is \""
                        + Visible.text(change.location().name()) + "\".")) : Optional.empty();
    }

    /** Whether this rule judges {@code change}: then no other need say that the name is not what it seems. */
    static boolean isHidden(Change change) {
        return change.kind() != ChangeKind.REMOVED && !change.location().space().isFile()
                && change.location().name().indexOf('\0') >= 0;
    }
}
