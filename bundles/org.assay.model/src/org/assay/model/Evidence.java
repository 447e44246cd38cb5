package org.assay.model;

import java.nio.file.Path;

/**
 * One piece of evidence to capture.
 *
 * @param kind what it is
 * @param name for a tree its name in locations ({@code C:}, or empty); for a hive the registry location of its root
 *        ({@code HKLM\SYSTEM}), or empty to find it out; for an export the user whose HKEY_CURRENT_USER it holds, or empty when
 *        that is not known
 * @param path the folder or file to read
 */
public record Evidence(SourceKind kind, String name, Path path) {
}
