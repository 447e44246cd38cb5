package org.assay.capture.file;

/**
 * Where a file lies.
 *
 * @param folder the path of its folder
 * @param folderName what its folder is called; empty for the root of a file system
 * @param name what it is called there
 */
public record FoundFile(String folder, String folderName, String name) {
}
