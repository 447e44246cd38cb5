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
import org.assay.model.item.ContentTrait;
import org.assay.model.item.ContentType;
import org.assay.model.item.FileItem;

/** A document that has no type any more and looks like chance was encrypted, or overwritten so that nobody can bring it back. */
final class ContentScrambled implements FileRule {

    private static final FindingType TYPE = new FindingType("content-scrambled", "Document became random",
            "documents that were there", List.of(Severity.MEDIUM), List.of("T1486", "T1485"));

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public Optional<Finding> judge(FileChange file, ComparisonContext context) {
        return file.before().filter(was -> file.isThere() && file.differsIn(Attribute.CONTENT) && isWork(was)
                && FileChange.type(file.item()) == ContentType.DATA && isRandom(file.item()))
                .map(was -> TYPE.found("Before, its content was of a known type; now it has none and looks random, as what is encrypted"
                        + " does."));
    }

    private static boolean isWork(FileItem was) {
        ContentType type = FileChange.type(was);
        return type != ContentType.DATA && type != ContentType.EMPTY && !isRandom(was)
                && (type.isDocument() || FileNames.isWork(was.location().name()));
    }

    private static boolean isRandom(FileItem file) {
        return file.details().traits().contains(ContentTrait.RANDOM);
    }
}
