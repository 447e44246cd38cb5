package org.assay.model.item;

import java.time.Instant;
import java.util.Optional;

import org.assay.model.Location;
import org.assay.model.text.Bytes;
import org.assay.model.text.Space;

/**
 * A registry key. Only a native hive keeps more than its location.
 *
 * @param location where it is; its space is {@link Space#KEY}
 * @param lastWritten when the key or its list of values last changed; empty where the source does not keep it (a {@code .reg} export)
 * @param className the key's class name, which few keys have
 * @param security who owns the key and may do what with it: its self-relative security descriptor as stored ([MS-DTYP] 2.4.6); empty where
 *        the source does not keep it
 * @param link whether it is a symbolic link to the key that its value {@code SymbolicLinkValue} names
 */
public record KeyItem(Location location, Optional<Instant> lastWritten, Optional<String> className, Optional<Bytes> security, boolean link)
        implements Item {

    /** A key of which nothing else is known; a method each gives what is. */
    public static KeyItem of(Location location, Optional<Instant> lastWritten, Optional<String> className, Optional<Bytes> security,
            boolean link) {
        return new KeyItem(location, lastWritten, className, security, link);
    }

    /** The same key in another place. */
    public KeyItem at(Location other) {
        return new KeyItem(other, lastWritten, className, security, link);
    }
}
