package org.assay.capture.file;

import org.assay.model.item.FileKind;

/** The file type bits of {@code st_mode} (inode(7)). */
public final class UnixMode {

    private UnixMode() {
    }

    public static FileKind kind(int mode) {
        return switch (mode & 0170000) {
            case 0100000 -> FileKind.FILE;
            case 0040000 -> FileKind.DIRECTORY;
            case 0120000 -> FileKind.LINK;
            case 0010000 -> FileKind.FIFO;
            case 0140000 -> FileKind.SOCKET;
            case 0020000 -> FileKind.CHARACTER_DEVICE;
            case 0060000 -> FileKind.BLOCK_DEVICE;
            default -> FileKind.OTHER;
        };
    }
}
