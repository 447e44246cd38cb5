package org.assay.remedy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import org.assay.model.item.FileItem;

/** Where an export gets the content of the baseline's files. */
public interface GoldSource {

    /** No content is at hand. */
    GoldSource NONE = _ -> Optional.empty();

    /**
     * What should be the content of {@code baseline}, a file with a SHA-256; whoever reads it checks that. Empty where it is not at hand.
     *
     * @throws IOException when it is there and cannot be read
     */
    Optional<InputStream> open(FileItem baseline) throws IOException;
}
