package org.assay.capture.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** An open file of evidence as a stream. */
final class EvidenceStream extends InputStream {

    private static final int BUFFER_BYTES = 128 << 10;

    private final Folder folder;
    private final OpenFile file;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int at;
    private int end;

    /** A stream of {@code file} in {@code folder}; both are closed with it. */
    EvidenceStream(Folder folder, OpenFile file) {
        this.folder = folder;
        this.file = file;
    }

    /** Whether there is something to give. */
    private boolean fill() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, file.read(buffer));
        }
        return at < end;
    }

    @Override
    public int read() throws IOException {
        return fill() ? buffer[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, end - at);
        System.arraycopy(buffer, at, target, offset, count);
        at += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        try (folder) {
            file.close();
        }
    }
}
