package org.assay.compare.rule;

import java.util.List;
import java.util.Optional;

import org.assay.compare.context.ComparisonContext;
import org.assay.compare.context.FileChange;
import org.assay.compare.context.FileNames;
import org.assay.compare.context.NewNames;
import org.assay.model.Severity;
import org.assay.model.change.Finding;
import org.assay.model.change.FindingType;
import org.assay.model.item.FileKind;
import org.assay.model.text.Visible;

/**
 * Windows leaves the last extension out when it shows a name, so a script called {@code letter.txt.vbs} looks like a text. Shortcuts
 * are not programs here: Windows itself calls the shortcut to a document {@code letter.txt.lnk}.
 */
final class DoubleExtension implements FileRule {

    private static final FindingType TYPE = new FindingType("double-extension", "Double extension", "new and renamed files",
            List.of(Severity.HIGH), List.of("T1036.007"));

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public Optional<Finding> judge(FileChange file, ComparisonContext context) {
        String name = file.item().location().name();
        boolean found = NewNames.isBroughtBy(file.change()) && file.item().kind() == FileKind.FILE
                && FileNames.isDocument(FileNames.stem(name));
        return FileNames.runnable(name).filter(_ -> found).map(what -> TYPE.found("Its name " + Visible.text(name)
                + " looks like a document's where the last extension is not shown; it is a " + what + "."));
    }
}
