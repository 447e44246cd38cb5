package org.assay.model.item;

import org.assay.model.Location;
import org.assay.model.text.Bytes;
import org.assay.model.text.Space;

/**
 * A registry value.
 *
 * @param location where it is; its space is {@link Space#VALUE}
 * @param type the type's number as stored; any 32-bit number is legal, see {@link ValueType}
 * @param data the exact data, terminators included
 */
public record ValueItem(Location location, int type, Bytes data) implements Item {
}
