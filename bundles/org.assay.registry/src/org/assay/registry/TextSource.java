package org.assay.registry;

import java.io.IOException;
import java.io.InputStream;

/** Gives the bytes of a text from its beginning, as often as it is asked. */
@FunctionalInterface
public interface TextSource {

    InputStream open() throws IOException;
}
