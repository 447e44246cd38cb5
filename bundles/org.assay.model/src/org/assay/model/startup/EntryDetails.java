package org.assay.model.startup;

import java.util.List;

/**
 * What else is known of a startup entry.
 *
 * @param user whom it starts for or as: a name, a security identifier, {@code current user}; empty when it is the machine's
 * @param state whether it takes effect
 * @param raw the data as it stands there, for people, bounded; empty when it is the command itself
 * @param remarks what a person must know besides to read the entry rightly, one sentence or phrase each
 */
public record EntryDetails(String user, EntryState state, String raw, List<String> remarks) {

    /** Nothing else: the machine's own, enabled. */
    public static final EntryDetails NONE = new EntryDetails("", EntryState.ENABLED, "", List.of());

    public EntryDetails {
        remarks = List.copyOf(remarks);
    }
}
