package org.assay.ui.work;

import java.util.Optional;

import org.assay.app.SnapshotSheet;
import org.assay.app.Verified;

/**
 * The snapshot that the details are about.
 *
 * @param verified what checking it told, if it was checked since it was selected
 */
public record ShownSnapshot(SnapshotSheet sheet, Optional<Verified> verified) {

    long id() {
        return sheet.snapshot().id();
    }
}
