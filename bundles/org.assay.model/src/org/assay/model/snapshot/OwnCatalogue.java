package org.assay.model.snapshot;

import org.assay.model.text.Bytes;
import org.assay.model.text.Sha256;

/**
 * A catalogue of startup locations that the user adds to the standard one, kept as it was given.
 *
 * @param name what the user called it, safe to show
 * @param content the file's bytes
 */
public record OwnCatalogue(String name, Bytes content) {

    /** The digest that tells this content from another under the same name. */
    public Bytes sha256() {
        return Sha256.of(content.toArray());
    }
}
