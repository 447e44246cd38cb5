package org.assay.capture;

import java.io.IOException;

/** Something open that may have alternate data streams. */
interface Streamed {

    /** Opens the stream {@code name}, which {@link Extended#streams} told of without its content. */
    OpenFile stream(String name) throws IOException;
}
