package org.assay.compare.rule;

import java.util.List;
import java.util.Optional;

import org.assay.compare.context.ComparisonContext;
import org.assay.compare.context.FileChange;
import org.assay.model.Severity;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.Finding;
import org.assay.model.change.FindingType;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;

/** A program that anyone starts with its owner's rights. On directories the bits only say who owns new files. */
final class SetIdGained implements FileRule {

    private static final FindingType TYPE = new FindingType("set-id-gained", "Set-user-id or set-group-id gained", "files",
            List.of(Severity.HIGH), List.of("T1548.001"));
    private static final int SET_USER_ID = 04000;
    private static final int SET_GROUP_ID = 02000;

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public Optional<Finding> judge(FileChange file, ComparisonContext context) {
        int gained = file.isThere() ? setId(file.item()) & ~file.before().map(SetIdGained::setId).orElse(0) : 0;
        // A mode that only the suspect's source keeps says nothing about the time before.
        boolean known = file.kind() == ChangeKind.ADDED || file.before().flatMap(FileItem::mode).isPresent();
        if (gained == 0 || !known) {
            return Optional.empty();
        }
        String bits = (gained & SET_USER_ID) == 0 ? "set-group-id" : (gained & SET_GROUP_ID) == 0 ? "set-user-id"
                : "set-user-id and set-group-id";
        return Optional.of(TYPE.found((file.kind() == ChangeKind.ADDED ? "It is new and has " : "It has gained ") + bits + " (mode "
                + Integer.toOctalString(file.item().mode().orElse(0)) + "): it runs with the rights of "
                + ((gained & SET_USER_ID) == 0 ? "its group." : "its owner.")));
    }

    private static int setId(FileItem file) {
        return file.kind() == FileKind.FILE ? file.mode().orElse(0) & (SET_USER_ID | SET_GROUP_ID) : 0;
    }
}
