package org.assay.model;

/** What a {@link FileItem} is. */
public enum FileKind {
    FILE, DIRECTORY, LINK, FIFO, SOCKET, CHARACTER_DEVICE, BLOCK_DEVICE, OTHER
}
