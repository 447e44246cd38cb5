package org.assay.store.table;

import org.assay.model.Location;
import org.assay.model.text.Bytes;
import org.assay.store.block.BlockFormat;

/**
 * A row of the directory of blocks.
 *
 * @param run which of the snapshot's sorted runs it belongs to, from 0
 * @param number its place in the run, from 0
 * @param items how many items it holds
 * @param first the location of its first item
 * @param checksum what {@link BlockFormat.Packed} says
 */
public record Block(int run, int number, int items, Location first, Bytes checksum) {
}
