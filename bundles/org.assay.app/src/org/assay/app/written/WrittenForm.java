package org.assay.app.written;

import java.io.IOException;

import org.assay.model.item.Item;

/** A form in which items are written one after the other. */
interface WrittenForm {

    /** What stands before all items. */
    default void begin() throws IOException {
    }

    /** Writes one; false when the form has no place for such an item. */
    boolean write(Item item) throws IOException;

    /** What stands behind all items, or was kept back. */
    default void end() throws IOException {
    }
}
