package org.assay.remedy;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.text.Bytes;
import org.assay.remedy.plan.Action;
import org.assay.remedy.plan.Step;

/**
 * The content of the baseline's files that are put back, as far as it is at hand, in {@code gold/<SHA-256>}.
 *
 * @param carried whose content the export carries
 * @param missing whose content it does not carry
 */
record GoldCopies(Set<Bytes> carried, Set<Bytes> missing) {

    /** The SHA-256 of the content that must be put back; empty for other actions. */
    static Optional<Bytes> needed(Action action) {
        return action instanceof Action.RestoreFile restore ? content(restore.baseline()) : Optional.empty();
    }

    /** Writes each content once; one that is not what it should be is left out. */
    static GoldCopies write(ExportContents contents, ExportFolder folder) {
        GoldCopies copies = none();
        for (Step step : contents.plan().steps()) {
            copies.add(step.action(), contents.gold(), folder);
        }
        return copies;
    }

    /** None yet. */
    static GoldCopies none() {
        return new GoldCopies(new HashSet<>(), new HashSet<>());
    }

    /** Writes the content that the action needs, unless it is there; one that is not what it should be is left out. */
    void add(Action action, GoldSource gold, ExportFolder folder) {
        if (action instanceof Action.RestoreFile restore) {
            content(restore.baseline()).filter(sha256 -> !carried.contains(sha256)).ifPresent(sha256 -> {
                if (copy(restore.baseline(), sha256, gold, folder)) {
                    carried.add(sha256);
                    missing.remove(sha256);
                } else {
                    missing.add(sha256);
                }
            });
        }
    }

    private static Optional<Bytes> content(FileItem file) {
        return file.kind() == FileKind.FILE ? file.sha256() : Optional.empty();
    }

    /** What cannot be read is missing, as is what was altered: the read-me counts them. */
    private static boolean copy(FileItem file, Bytes sha256, GoldSource gold, ExportFolder folder) {
        Optional<InputStream> content;
        try {
            content = gold.open(file);
        } catch (IOException e) {
            return false;
        }
        return content.isPresent() && folder.writeIf("gold/" + sha256.hex(), sha256.hex(), content.get(), file.modified());
    }
}
