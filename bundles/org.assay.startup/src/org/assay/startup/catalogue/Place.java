package org.assay.startup.catalogue;

import java.util.List;

/**
 * One of the places of an {@link AutostartLocation}.
 *
 * @param path a path pattern with tokens, see {@code docs/startup-catalogue.md}
 * @param values the registry values or the settings there; empty when the key or file itself is what counts
 * @param keepsContent whether files there must be read later
 */
public record Place(String path, List<String> values, boolean keepsContent) {

    public Place {
        values = List.copyOf(values);
    }
}
