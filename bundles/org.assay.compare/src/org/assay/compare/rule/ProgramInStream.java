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
import org.assay.model.item.FileKind;

/** Streams hold marks and pictures of files. They are in no listing of a folder, and a program in one can be started all the same. */
final class ProgramInStream implements FileRule {

    private static final FindingType TYPE = new FindingType("program-in-stream", "Program in an alternate data stream",
            "new and modified alternate data streams", List.of(Severity.HIGH), List.of("T1564.004"));

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public Optional<Finding> judge(FileChange file, ComparisonContext context) {
        boolean isNew = file.isThere() && file.item().kind() == FileKind.STREAM && !file.isSameContent();
        ContentType type = FileChange.type(file.item());
        Optional<String> what = type.isExecutable() ? Optional.of("holds a " + type.word())
                : FileNames.runnable(file.item().location().name()).map(named -> "is named like a " + named);
        return what.filter(_ -> isNew).map(says -> TYPE.found("It is a stream behind a file or folder, which no listing shows, and "
                + says + "."));
    }
}
