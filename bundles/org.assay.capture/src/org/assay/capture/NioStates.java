package org.assay.capture;

import java.io.IOException;
import java.nio.file.Path;

/** What {@code java.nio.file} tells of files, which differs between systems. */
interface NioStates {

    /** What {@code path} is now; a link is not followed. */
    FileState state(Path path) throws IOException;
}
