package org.assay.compare.rule;

import java.util.List;
import java.util.Optional;

import org.assay.compare.context.ComparisonContext;
import org.assay.compare.context.FileChange;
import org.assay.compare.context.FileNames;
import org.assay.model.Severity;
import org.assay.model.change.Finding;
import org.assay.model.change.FindingType;
import org.assay.model.item.ContentType;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;

/** What people open without a thought runs when something starts it by its content, as web servers, loaders and Unix do. */
final class ProgramInDisguise implements FileRule {

    private static final FindingType TYPE = new FindingType("program-in-disguise", "Program under a document's name",
            "new, modified and renamed files", List.of(Severity.HIGH, Severity.MEDIUM), List.of("T1036.008"));

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public Optional<Finding> judge(FileChange file, ComparisonContext context) {
        boolean found = file.isThere() && isInDisguise(file.item())
                && file.before().filter(was -> isInDisguise(was) || file.isSameContent() && isDocument(was)).isEmpty();
        ContentType type = FileChange.type(file.item());
        return found ? Optional.of(TYPE.found(type == ContentType.SCRIPT ? Severity.MEDIUM : Severity.HIGH,
                "Its name says document, its content says " + type.word() + ".")) : Optional.empty();
    }

    /** A Java archive is a zip archive, and may be called one. */
    private static boolean isInDisguise(FileItem file) {
        ContentType type = FileChange.type(file);
        return isDocument(file) && type.isExecutable()
                && !(type == ContentType.JAVA_ARCHIVE && FileNames.extension(file.location().name()).equals("zip"));
    }

    private static boolean isDocument(FileItem file) {
        return file.kind() == FileKind.FILE && FileNames.isDocument(file.location().name());
    }
}
