package org.assay.model;

import java.util.Optional;

/** A change with the tag that holds for it. */
public record TaggedChange(Change change, Optional<Tag> tag) {
}
