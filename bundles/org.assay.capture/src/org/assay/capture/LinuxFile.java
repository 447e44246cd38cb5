package org.assay.capture;

import java.io.IOException;

/** An open file of Linux. Its folder stays open while it is used. */
final class LinuxFile implements OpenFile {

    private final LinuxFileTree tree;
    private final LinuxFolder folder;
    private final String name;
    private final int descriptor;

    LinuxFile(LinuxFileTree tree, LinuxFolder folder, String name, int descriptor) {
        this.tree = tree;
        this.folder = folder;
        this.name = name;
        this.descriptor = descriptor;
    }

    @Override
    public FileState state() throws IOException {
        return LinuxStatus.read(tree.kernel(), tree.accounts(), descriptor, "");
    }

    @Override
    public Extended extended(FileState state) throws IOException {
        return LinuxExtended.of(tree, descriptor, "", state);
    }

    @Override
    public OpenFile stream(String stream) throws IOException {
        return folder.file(name + ":" + stream);
    }

    @Override
    public int read(byte[] buffer) throws IOException {
        LinuxKernel kernel = tree.kernel();
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
        tree.close(descriptor);
    }
}
