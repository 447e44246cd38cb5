package org.assay.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Progress;
import org.assay.model.casefile.SnapshotDependents;
import org.assay.model.casefile.StoredDigest;
import org.assay.model.custody.PartialCopy;
import org.assay.model.text.Visible;

/**
 * Makes a copy of a case that holds some of its snapshots alone, with what belongs to them.
 *
 * @param snapshots which go along
 * @param target where the copy is to lie, with or without its suffix; nothing may be there
 */
public record PartialCopier(SortedSet<Long> snapshots, Path target) {

    /**
     * Makes one; the log of the original notes it before the copy gets its name. Leaves nothing where it fails.
     *
     * @throws AssayException {@code WRONG_USAGE} for a snapshot that the case does not have, {@code CASE_FILE} where the copy cannot be
     *         made
     */
    public PartialCopy run(CaseFile original, Progress progress) {
        snapshots.forEach(original::snapshot);
        String numbers = (snapshots.size() == 1 ? "snapshot " : "snapshots ")
                + snapshots.stream().map(String::valueOf).collect(Collectors.joining(", "));
        try (ArrivedCase arrived = ArrivedCase.at(target)) {
            progress.begin("Copying the case");
            try (OutputStream out = arrived.bytes()) {
                original.copy(out);
            }
            progress.begin("Leaving out what it is not to hold");
            List<SnapshotDependents> leftOut = arrived.keepOnly(snapshots, original.log().operator(), "a copy of the case "
                    + original.file().getFileName() + " with " + numbers + "; what else it held is left out", progress);
            ArrivedCase.State state = arrived.admit();
            StoredDigest digest = state.digest().orElseThrow();
            original.custody().exported(digest.digest().sha256(), "a copy with " + numbers + ", whose log ends with "
                    + state.head().shortText());
            arrived.place(state);
            return new PartialCopy(digest, state.head(), leftOut);
        } catch (IOException e) {
            throw new AssayException(ErrorCode.OUTPUT, "The copy " + Visible.text(target.toString()) + " could not be written: "
                    + Visible.text(String.valueOf(e.getMessage())) + ". Check the folder, the free space and your rights.", e);
        }
    }
}
