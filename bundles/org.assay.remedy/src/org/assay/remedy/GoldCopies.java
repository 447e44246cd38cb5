package org.assay.remedy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.assay.model.change.Change;
import org.assay.model.change.TaggedChange;
import org.assay.model.item.FileItem;
import org.assay.model.remediation.Action.ManualStep;
import org.assay.model.text.Bytes;

/** Writes the baseline's content of files that a person must restore, where the case kept it, to {@code gold/<SHA-256>}. */
final class GoldCopies {

    private final ExportContents contents;
    private final ExportFolder folder;
    private final Map<Integer, Change> changes = new HashMap<>();
    private final Set<Bytes> written = new HashSet<>();

    GoldCopies(ExportContents contents, ExportFolder folder) {
        this.contents = contents;
        this.folder = folder;
        contents.changes().stream().map(TaggedChange::change).forEach(change -> changes.put(change.number(), change));
    }

    /** Writes the copies; the steps say where they are. */
    List<ManualStep> write(List<ManualStep> steps) {
        return steps.stream().map(step -> needed(step).map(sha256 -> withCopy(step, sha256)).orElse(step)).toList();
    }

    private Optional<Bytes> needed(ManualStep step) {
        return Optional.ofNullable(changes.get(step.change())).filter(FileSteps::needsBaselineContent).flatMap(Change::before)
                .map(FileItem.class::cast).flatMap(FileItem::sha256);
    }

    private ManualStep withCopy(ManualStep step, Bytes sha256) {
        if (!written.contains(sha256)) {
            Optional<byte[]> content = contents.goldContent().apply(sha256);
            if (content.isEmpty()) {
                return step;
            }
            if (!ExportFolder.sha256(content.get()).equals(sha256.hex())) {
                return with(step, "The copy in the case is damaged (its SHA-256 differs) and was left out.");
            }
            folder.write("gold/" + sha256.hex(), out -> out.write(content.get()));
            written.add(sha256);
        }
        return with(step, "This export carries the baseline's file as gold/" + sha256.hex() + ".");
    }

    private static ManualStep with(ManualStep step, String more) {
        List<String> steps = new ArrayList<>(step.steps());
        steps.add(more);
        return new ManualStep(step.change(), step.location(), step.why(), steps);
    }
}
