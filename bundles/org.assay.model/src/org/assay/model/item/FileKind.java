package org.assay.model.item;

/** What a {@link FileItem} is. */
public enum FileKind {
    FILE, DIRECTORY, LINK, FIFO, SOCKET, CHARACTER_DEVICE, BLOCK_DEVICE, OTHER,
    /** Content that a file or directory has beside its own: an alternate data stream of NTFS. */
    STREAM;

    /** Whether it has content that is hashed. */
    public boolean hasContent() {
        return this == FILE || this == STREAM;
    }
}
