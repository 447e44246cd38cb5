package org.assay.startup;

import java.util.Optional;

import org.assay.model.FileItem;
import org.assay.model.TargetOutcome;

/**
 * What a command starts.
 *
 * @param path the file as resolved, for people; empty when there is none
 * @param file that file; empty unless the outcome is FOUND
 */
record Target(TargetOutcome outcome, String path, Optional<FileItem> file) {

    static Target of(FileItem file) {
        return new Target(TargetOutcome.FOUND, file.location().text(), Optional.of(file));
    }

    static Target without(TargetOutcome outcome, String path) {
        return new Target(outcome, path, Optional.empty());
    }
}
