package org.assay.model.custody;

import org.assay.model.casefile.CaseDigest;
import org.assay.model.text.Bytes;

/**
 * Where the custody log ends. Written down or signed, it tells later whether entries were altered or cut off.
 *
 * @param entries how many there are
 * @param sha256 the digest of the last one
 */
public record LogHead(long entries, Bytes sha256) {

    /** The number of the last entry and the first half of its digest, to be written down. */
    public String shortText() {
        return entries + ":" + new CaseDigest(sha256).shortText();
    }
}
