package org.assay.compare.rule;

import java.util.Optional;

import org.assay.compare.context.ComparisonContext;
import org.assay.compare.context.FileChange;
import org.assay.model.change.Change;
import org.assay.model.change.Finding;
import org.assay.model.item.FileItem;

/** A rule that looks at changes of files, directories, links, streams and special files only. */
interface FileRule extends ChangeRule {

    Optional<Finding> judge(FileChange file, ComparisonContext context);

    @Override
    default Optional<Finding> judge(Change change, ComparisonContext context) {
        return change.item() instanceof FileItem ? judge(new FileChange(change), context) : Optional.empty();
    }
}
