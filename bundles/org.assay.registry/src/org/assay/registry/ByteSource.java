package org.assay.registry;

import java.io.IOException;
import java.io.InputStream;

/** A file with registry data, wherever it lies: gives its bytes from the beginning, as often as it is asked. */
@FunctionalInterface
public interface ByteSource {

    InputStream open() throws IOException;
}
