package org.assay.model.snapshot;

import org.assay.model.text.FileName;

/**
 * One piece of evidence to capture.
 *
 * @param kind what it is
 * @param name what it stands for, as its {@link EvidenceKind} says; may be empty. For a tree its name in locations ({@code C:}), for a hive
 *        the registry location of its root ({@code HKLM\SYSTEM}), for an export the user whose HKEY_CURRENT_USER it holds
 * @param path where it is to be read: the path of a folder or a file, whose bytes the text carries as {@link FileName} says
 */
public record Evidence(SourceKind kind, String name, String path) {
}
