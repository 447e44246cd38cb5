package org.assay.compare.rule;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.assay.compare.context.ComparisonContext;
import org.assay.compare.context.FileChange;
import org.assay.model.Severity;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.Finding;
import org.assay.model.change.FindingType;
import org.assay.model.field.Attribute;
import org.assay.model.item.ExtendedAttribute;
import org.assay.model.item.FileItem;

/** A capability gives a part of root's rights to whoever starts the file, as the set-user-id bit gives all, and fewer tools look for it. */
final class CapabilityGained implements FileRule {

    private static final FindingType TYPE = new FindingType("capability-gained", "File capability gained", "files",
            List.of(Severity.HIGH), List.of("T1548"));
    private static final String ATTRIBUTE = "security.capability";

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public Optional<Finding> judge(FileChange file, ComparisonContext context) {
        Set<String> gained = new LinkedHashSet<>(capabilities(file.item()));
        file.before().map(CapabilityGained::capabilities).ifPresent(gained::removeAll);
        boolean isNew = file.kind() == ChangeKind.ADDED;
        // Where only one side's source keeps attributes, they are not compared, and nothing is said of the time before.
        return gained.isEmpty() || !isNew && !file.differsIn(Attribute.EXTENDED) || !file.isThere() ? Optional.empty()
                : Optional.of(TYPE.found((isNew ? "It is new and has " : "It has gained ") + String.join(", ", gained)
                        + ": whoever starts it gets this part of root's rights."));
    }

    private static Set<String> capabilities(FileItem file) {
        return Optional.ofNullable(file.details().extended().get(ATTRIBUTE)).map(ExtendedAttribute::permittedCapabilities).orElse(Set.of());
    }
}
