package org.assay.startup;

import java.util.List;

import org.assay.model.EntryDetails;
import org.assay.model.EntryState;
import org.assay.startup.Sighting.Start;

/**
 * Something that stands inside a file and starts.
 *
 * @param label what to call it; empty to call it like the file
 * @param command the command as it would run
 * @param start how to find out what starts
 */
record FileStart(String label, String command, Start start, EntryDetails details) {

    /** A command that the resolver reads, with {@code remarks} for whoever reads the entry. */
    static FileStart of(String label, String command, String... remarks) {
        return of(label, command, new EntryDetails("", EntryState.ENABLED, "", List.of(remarks)));
    }

    /** A command that the resolver reads. */
    static FileStart of(String label, String command, EntryDetails details) {
        String bounded = ValueText.cut(command);
        return new FileStart(label, bounded, new Start.Names(bounded, DataKind.COMMAND), details);
    }
}
