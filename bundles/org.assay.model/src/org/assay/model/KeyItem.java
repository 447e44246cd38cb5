package org.assay.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A registry key.
 *
 * @param location where it is; its space is {@link Space#KEY}
 * @param lastWritten when the key or its list of values last changed; empty where the source does not keep it (a {@code .reg} export)
 * @param className the key's class name, which few keys have
 */
public record KeyItem(Location location, Optional<Instant> lastWritten, Optional<String> className) implements Item {
}
