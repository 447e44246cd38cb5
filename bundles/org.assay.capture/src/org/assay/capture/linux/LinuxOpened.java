package org.assay.capture.linux;

import java.io.IOException;

import org.assay.capture.file.Extended;
import org.assay.capture.file.FileState;

/** What is open on Linux, of which its descriptor tells all but the content. */
abstract sealed class LinuxOpened permits LinuxFile, LinuxFolder {

    final LinuxSession session;
    /** What it is called in the directory above; empty for the root of a tree. */
    final String name;
    final int descriptor;

    LinuxOpened(LinuxSession session, String name, int descriptor) {
        this.session = session;
        this.name = name;
        this.descriptor = descriptor;
    }

    /** What it is now. */
    public final FileState state() throws IOException {
        return LinuxStatus.read(session.kernel(), session.accounts(), descriptor, "");
    }

    /** What it carries besides; its {@code state} is known. */
    public final Extended extended(FileState state) throws IOException {
        return LinuxExtended.of(session, descriptor, "", state);
    }
}
