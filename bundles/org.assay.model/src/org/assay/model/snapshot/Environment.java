package org.assay.model.snapshot;

import java.util.Set;

/**
 * The environment of a capture, as far as it is known before it begins.
 *
 * @param user the account that captured, by its name on the capturing machine
 * @param machine the capturing machine's host name; empty where it has none
 * @param system the capturing machine's operating system, with version and architecture
 * @param zone the time zone that the capturing machine's clock was set to, as an identifier of the time zone database or an offset
 * @param options what was asked for
 * @param keptBytes the largest file whose content is kept, in bytes, unless its startup location asks for more
 */
public record Environment(String user, String machine, String system, String zone, CaptureOptions options,
        long keptBytes) {

    /** Nothing is known. */
    public static final Environment UNKNOWN = new Environment("", "", "", "", new CaptureOptions(Set.of(), false, 1,
            RegistryOptions.USUAL, ScopeFilter.ALL, CaptureOptions.USUAL_TIMEOUT), 0);
}
