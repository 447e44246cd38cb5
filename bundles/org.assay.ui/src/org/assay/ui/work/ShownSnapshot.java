package org.assay.ui.work;

import java.util.List;
import java.util.Optional;

import org.assay.app.SnapshotSheet;
import org.assay.app.Verified;

/**
 * The snapshot that the details are about.
 *
 * @param ofCase what is wrong in the whole case, such as times that a clock was set back before, a sentence without a full stop each
 * @param verified what checking it told, if it was checked since it was selected
 */
public record ShownSnapshot(SnapshotSheet sheet, List<String> ofCase, Optional<Verified> verified) {

    long id() {
        return sheet.snapshot().id();
    }
}
