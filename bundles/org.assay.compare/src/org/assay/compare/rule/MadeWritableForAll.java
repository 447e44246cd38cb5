package org.assay.compare.rule;

import java.util.List;
import java.util.Optional;

import org.assay.compare.context.ComparisonContext;
import org.assay.compare.context.FileChange;
import org.assay.compare.context.FileNames;
import org.assay.model.Severity;
import org.assay.model.change.Finding;
import org.assay.model.change.FindingType;
import org.assay.model.field.Attribute;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;

/** What anybody may write, anybody may replace: a program then runs what others put there, with the rights of whoever starts it. */
final class MadeWritableForAll implements FileRule {

    private static final FindingType TYPE = new FindingType("made-writable-for-all", "Made writable for all",
            "files, directories and special files that were there", List.of(Severity.HIGH, Severity.MEDIUM), List.of("T1222.002", "T1574"));
    private static final int OTHERS_WRITE = 0002;
    private static final int STICKY = 01000;

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public Optional<Finding> judge(FileChange file, ComparisonContext context) {
        boolean found = file.differsIn(Attribute.MODE) && FileNames.hasMode(file.item()) && isWritable(file.item())
                && file.before().filter(was -> !isWritable(was)).isPresent();
        Optional<String> runnable = FileNames.runnable(file.item());
        return found ? Optional.of(TYPE.found(runnable.isPresent() ? Severity.HIGH : Severity.MEDIUM, "Everybody may write it now (mode "
                + octal(file.before().orElseThrow()) + " before, " + octal(file.item()) + " now)"
                + runnable.map(what -> ", and it is a " + what).orElse("") + ".")) : Optional.empty();
    }

    /** In a sticky directory, such as /tmp, everybody may make files, but not remove or replace those of others. */
    private static boolean isWritable(FileItem file) {
        int mode = file.mode().orElse(0);
        return (mode & OTHERS_WRITE) != 0 && !(file.kind() == FileKind.DIRECTORY && (mode & STICKY) != 0);
    }

    private static String octal(FileItem file) {
        return String.format("%04o", file.mode().orElse(0));
    }
}
