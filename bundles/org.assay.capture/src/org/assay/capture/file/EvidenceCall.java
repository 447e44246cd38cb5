package org.assay.capture.file;

import java.io.IOException;

/** A call on evidence, or several. */
@FunctionalInterface
public interface EvidenceCall<T> {

    T make() throws IOException;
}
