package org.assay.capture.file;

import java.io.IOException;
import java.util.Arrays;

/** An open file that answers, or fails, within the time limit. */
record WatchedFile(OpenFile file, EvidenceCaller caller) implements OpenFile {

    @Override
    public FileState state() throws IOException {
        return caller.call(file::state);
    }

    @Override
    public Extended extended(FileState state) throws IOException {
        return caller.call(() -> file.extended(state));
    }

    @Override
    public OpenFile stream(String name) throws IOException {
        return new WatchedFile(caller.call(() -> file.stream(name)), caller);
    }

    /** What comes too late must not get into the buffer, so there is another one. */
    @Override
    public int read(byte[] buffer) throws IOException {
        byte[] bytes = caller.call(() -> {
            byte[] own = new byte[buffer.length];
            int length = file.read(own);
            return length < 0 ? new byte[0] : Arrays.copyOf(own, length);
        });
        System.arraycopy(bytes, 0, buffer, 0, bytes.length);
        return bytes.length == 0 ? -1 : bytes.length;
    }

    @Override
    public void close() {
        caller.close(file);
    }
}
