package org.assay.store.snapshot;

import org.assay.model.AssayException;
import org.assay.store.block.ItemDecoder;
import org.assay.store.bytes.MalformedBytes;
import org.assay.store.table.Block;

/** Where a reader of runs gets its blocks from. */
public interface StoredBlocks {

    /** Fetches a block and opens it; fails when it is missing or damaged. */
    ItemDecoder open(Block block);

    /** The failure that says that {@code block} cannot be decoded. */
    AssayException damaged(Block block, MalformedBytes why);
}
