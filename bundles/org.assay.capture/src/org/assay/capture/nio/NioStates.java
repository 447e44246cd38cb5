package org.assay.capture.nio;

import java.io.IOException;
import java.nio.file.Path;

import org.assay.capture.file.FileState;

/** What {@code java.nio.file} tells of files, which differs between systems. */
interface NioStates {

    /** What {@code path} is now; a link is not followed. */
    FileState state(Path path) throws IOException;
}
