package org.assay.capture.file;

import java.io.IOException;

/** Something open that may have alternate data streams. */
public interface Streamed {

    /** Opens the stream {@code name}, which {@link Extended#streams} told of without its content. */
    OpenFile stream(String name) throws IOException;
}
