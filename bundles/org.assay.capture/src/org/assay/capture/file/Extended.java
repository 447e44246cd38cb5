package org.assay.capture.file;

import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.assay.model.item.FileFlag;
import org.assay.model.text.Bytes;

/**
 * What a file carries besides its content and what every file has.
 *
 * @param attributes extended attributes by the system's own names, exact bytes
 * @param flags those that only its extended attributes tell (of a file system of Windows)
 * @param created when it was made, where only its extended attributes tell
 * @param streams the alternate data streams by name; the content of those that the system gives as attributes, and nothing for those that
 *        are to be opened
 * @param failures what could not be read
 */
public record Extended(SortedMap<String, Bytes> attributes, Set<FileFlag> flags, Optional<Instant> created,
        SortedMap<String, Optional<Bytes>> streams, List<Failure> failures) {

    public static final Extended NONE = new Extended(Collections.emptySortedMap(), Set.of(), Optional.empty(), Collections.emptySortedMap(),
            List.of());

    /** Why {@code what} ("read its extended attribute user.x") was not possible. */
    public record Failure(String what, IOException cause) {
    }

    /** Only a failure. */
    static Extended failed(String what, IOException cause) {
        return new Extended(NONE.attributes, NONE.flags, NONE.created, NONE.streams, List.of(new Failure(what, cause)));
    }

    /** Only attributes. */
    public static Extended of(SortedMap<String, Bytes> attributes, List<Failure> failures) {
        return new Extended(Collections.unmodifiableSortedMap(new TreeMap<>(attributes)), NONE.flags, NONE.created, NONE.streams,
                List.copyOf(failures));
    }

    /** {@code flags} and those of its own. */
    Set<FileFlag> with(Set<FileFlag> others) {
        if (flags.isEmpty()) {
            return others;
        }
        EnumSet<FileFlag> all = EnumSet.copyOf(flags);
        all.addAll(others);
        return all;
    }
}
