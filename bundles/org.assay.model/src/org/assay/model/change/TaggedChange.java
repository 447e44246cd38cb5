package org.assay.model.change;

import java.util.Optional;

/** A change with the tag that holds for it. */
public record TaggedChange(Change change, Optional<Tag> tag) {
}
