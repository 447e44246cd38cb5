package org.assay.app.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import org.assay.capture.TreeFiles;
import org.assay.model.item.FileItem;
import org.assay.model.snapshot.SnapshotView;
import org.assay.remedy.GoldSource;

/**
 * The content of a baseline's files: from the case, where that kept it, else from the trees that the baseline was read from.
 *
 * @param trees what the baseline was read from; empty when only the case is asked
 */
public record BaselineFiles(SnapshotView baseline, Optional<TreeFiles> trees) implements GoldSource {

    @Override
    public Optional<InputStream> open(FileItem file) throws IOException {
        Optional<byte[]> kept = baseline.content(file.sha256().orElseThrow());
        if (kept.isPresent() || trees.isEmpty()) {
            return kept.map(ByteArrayInputStream::new);
        }
        return trees.orElseThrow().open(file.location());
    }
}
