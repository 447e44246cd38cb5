package org.assay.capture.linux;

import java.io.IOException;

import org.assay.capture.file.Extended;
import org.assay.capture.file.FileState;
import org.assay.capture.file.OpenFile;

/** An open file of Linux. Its folder stays open while it is used. */
final class LinuxFile implements OpenFile {

    private final LinuxSession session;
    private final LinuxFolder folder;
    private final String name;
    private final int descriptor;

    LinuxFile(LinuxSession session, LinuxFolder folder, String name, int descriptor) {
        this.session = session;
        this.folder = folder;
        this.name = name;
        this.descriptor = descriptor;
    }

    @Override
    public FileState state() throws IOException {
        return LinuxStatus.read(session.kernel(), session.accounts(), descriptor, "");
    }

    @Override
    public Extended extended(FileState state) throws IOException {
        return LinuxExtended.of(session, descriptor, "", state);
    }

    @Override
    public OpenFile stream(String stream) throws IOException {
        return folder.file(name + ":" + stream);
    }

    @Override
    public int read(byte[] buffer) throws IOException {
        LinuxKernel kernel = session.kernel();
        int read = (int) kernel.checked(name, LinuxCall.READ, descriptor, kernel.blockAddress(),
                Math.min(buffer.length, LinuxKernel.BLOCK_BYTES), 0, 0);
        if (read == 0) {
            return -1;
        }
        kernel.block(buffer, read);
        return read;
    }

    @Override
    public void close() {
        session.close(descriptor);
    }
}
