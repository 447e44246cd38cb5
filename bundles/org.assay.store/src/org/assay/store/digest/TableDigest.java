package org.assay.store.digest;

import org.assay.model.text.Bytes;

/** What the rows of a table, or those of one owner in it, come to. */
public record TableDigest(String table, long rows, Bytes sha256) {
}
