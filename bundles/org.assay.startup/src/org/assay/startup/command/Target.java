package org.assay.startup.command;

import java.util.Optional;

import org.assay.model.item.FileItem;
import org.assay.model.startup.TargetOutcome;

/**
 * What a command starts.
 *
 * @param path the file as resolved, for people; empty when there is none
 * @param file that file; empty unless the outcome is FOUND
 * @param remark what a person must know of how it was found; may be empty
 */
public record Target(TargetOutcome outcome, String path, Optional<FileItem> file, String remark) {

    public static Target of(FileItem file) {
        return new Target(TargetOutcome.FOUND, file.location().text(), Optional.of(file), "");
    }

    public static Target without(TargetOutcome outcome, String path) {
        return new Target(outcome, path, Optional.empty(), "");
    }

    Target with(String newRemark) {
        return new Target(outcome, path, file, newRemark);
    }
}
