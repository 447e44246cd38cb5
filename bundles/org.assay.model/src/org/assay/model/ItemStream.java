package org.assay.model;

import java.util.Iterator;

/** A snapshot's items in {@link Location#ORDER}, read as they are asked for. Close it. */
public interface ItemStream extends Iterator<Item>, AutoCloseable {

    @Override
    void close();
}
