package org.assay.model.startup;

import java.time.Instant;
import java.util.Optional;

import org.assay.model.Location;
import org.assay.model.Severity;
import org.assay.model.item.FileItem;

/**
 * A startup entry: what the system starts without being asked, as one snapshot holds it.
 *
 * @param catalogueId the id of the autostart location in the catalogue
 * @param title the location's title for people
 * @param technique the ATT&CK technique's id; may be empty
 * @param severity how much a new or changed entry here matters
 * @param location the value, file or link that makes it start
 * @param label what it is called there: the value's name, {@code [windows] load}, a file name, a line's text
 * @param command the command as it would run, decoded from the data
 * @param outcome what became of the search for the file
 * @param targetPath the file that really starts, as resolved, for people; empty when there is none
 * @param target that file as captured; empty unless {@code outcome} is FOUND
 * @param cleanDefault whether the data is what the catalogue gives as a clean system's
 * @param shadowsMachine whether it is a user's own class that takes the place of the machine's
 * @param written when the place was last written: the key that holds a value, or the file; empty where the snapshot does not tell
 * @param details whose it is, whether it takes effect, its raw data
 */
public record StartupEntry(String catalogueId, String title, String category, String technique, Severity severity, Location location,
        String label, String command, TargetOutcome outcome, String targetPath, Optional<FileItem> target, boolean cleanDefault,
        boolean shadowsMachine, Optional<Instant> written, EntryDetails details) {
}
