package org.assay.model.item;

import java.util.Iterator;

import org.assay.model.Location;

/** A snapshot's items in {@link Location#ORDER}, read as they are asked for. Close it. */
public interface ItemStream extends Iterator<Item>, AutoCloseable {

    @Override
    void close();
}
