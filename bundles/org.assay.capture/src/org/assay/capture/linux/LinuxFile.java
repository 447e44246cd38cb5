package org.assay.capture.linux;

import java.io.IOException;
import java.util.Arrays;

import org.assay.capture.file.OpenFile;

/** An open file of Linux. Its folder stays open while it is used. */
final class LinuxFile extends LinuxOpened implements OpenFile {

    private static final byte[] ZEROS = new byte[LinuxKernel.BLOCK_BYTES];

    private final LinuxFolder folder;
    private long position;
    private long holeEnd;

    LinuxFile(LinuxSession session, LinuxFolder folder, String name, int descriptor) {
        super(session, name, descriptor);
        this.folder = folder;
    }

    @Override
    public OpenFile stream(String stream) throws IOException {
        return folder.file(name + ":" + stream);
    }

    /** A hole reads as zeros, however large it is; so it is asked for where zeros were read, and is not read then. */
    @Override
    public int read(byte[] buffer) throws IOException {
        if (position < holeEnd) {
            int zeros = (int) Math.min(Math.min(buffer.length, LinuxKernel.BLOCK_BYTES), holeEnd - position);
            Arrays.fill(buffer, 0, zeros, (byte) 0);
            position += zeros;
            return zeros;
        }
        LinuxKernel kernel = session.kernel();
        int read = (int) kernel.checked(name, LinuxCall.READ, descriptor, kernel.blockAddress(),
                Math.min(buffer.length, LinuxKernel.BLOCK_BYTES), 0, 0);
        if (read == 0) {
            return -1;
        }
        kernel.block(buffer, read);
        position += read;
        if (read == LinuxKernel.BLOCK_BYTES && isZero(buffer, read)) {
            findHole(kernel);
        }
        return read;
    }

    private static boolean isZero(byte[] buffer, int length) {
        return buffer[0] == 0 && buffer[length - 1] == 0 && Arrays.mismatch(buffer, 0, length, ZEROS, 0, length) < 0;
    }

    /** The file goes on at the end of the hole, for that is where the call leaves it. */
    private void findHole(LinuxKernel kernel) throws IOException {
        long data = kernel.call(LinuxCall.LSEEK, descriptor, position, LinuxCall.Seek.DATA, 0, 0);
        if (data == -LinuxError.ENXIO) {
            data = kernel.call(LinuxCall.LSEEK, descriptor, 0, LinuxCall.Seek.END, 0, 0);
        }
        holeEnd = Math.max(position, data);
    }

    @Override
    public void close() {
        session.close(descriptor);
    }
}
