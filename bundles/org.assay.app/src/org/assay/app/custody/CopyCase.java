package org.assay.app.custody;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

import org.assay.app.Case;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Progress;
import org.assay.model.custody.PartialCopy;

/**
 * Makes a copy of a case that holds some of its snapshots, to hand over a part. All of the case is verified first. The custody log goes
 * along as a whole, and so does the incident's: they name what is left out.
 *
 * @param snapshots which go along, with the comparisons among them, their seals, their kept files and the tags on their hosts
 * @param target where the copy is to lie; nothing may be there
 */
public record CopyCase(SortedSet<Long> snapshots, Path target) {

    public CopyCase {
        snapshots = Collections.unmodifiableSortedSet(new TreeSet<>(snapshots));
        if (snapshots.isEmpty()) {
            throw new AssayException(ErrorCode.WRONG_USAGE, "Name the snapshots that the copy is to hold.");
        }
    }

    /** With the snapshots in any order. */
    public static CopyCase of(Collection<Long> snapshots, Path target) {
        return new CopyCase(new TreeSet<>(snapshots), target);
    }

    /** Copies; leaves nothing where it fails. */
    public PartialCopy run(Case openCase, Progress progress) {
        openCase.requireWritable();
        snapshots.forEach(openCase::snapshot);
        openCase.verifyAll(progress);
        return openCase.copyPart(snapshots, target, progress);
    }
}
