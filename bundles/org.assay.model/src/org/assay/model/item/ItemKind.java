package org.assay.model.item;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What an item is: of files as {@link FileKind} says, else a registry key or value. Stored by name. */
public enum ItemKind {
    FILE, DIRECTORY, LINK, FIFO, SOCKET, CHARACTER_DEVICE, BLOCK_DEVICE, OTHER, STREAM, KEY, VALUE;

    /** Whatever can lie in a directory tree. */
    public static final Set<ItemKind> IN_TREES = Collections.unmodifiableSet(EnumSet.range(FILE, STREAM));

    /** What {@code item} is. */
    public static ItemKind of(Item item) {
        return switch (item) {
            case FileItem file -> of(file.kind());
            case KeyItem _ -> KEY;
            case ValueItem _ -> VALUE;
        };
    }

    private static ItemKind of(FileKind kind) {
        return switch (kind) {
            case FILE -> FILE;
            case DIRECTORY -> DIRECTORY;
            case LINK -> LINK;
            case FIFO -> FIFO;
            case SOCKET -> SOCKET;
            case CHARACTER_DEVICE -> CHARACTER_DEVICE;
            case BLOCK_DEVICE -> BLOCK_DEVICE;
            case OTHER -> OTHER;
            case STREAM -> STREAM;
        };
    }
}
