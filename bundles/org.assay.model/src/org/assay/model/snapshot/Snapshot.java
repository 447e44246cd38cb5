package org.assay.model.snapshot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.assay.model.text.Bytes;

/**
 * What was read from one host at one time.
 *
 * @param id its number in the case, from 1
 * @param host the machine's name as the user gave it
 * @param label a free name; may be empty
 * @param started when the capture began
 * @param finished when its state was written; empty while {@link SnapshotState#RUNNING}
 * @param coverage how much it holds
 * @param digest SHA-256 over its blocks in order, written with the state; empty while running
 * @param areas what it was asked for; empty of one that was captured before that was recorded, and of a list of Autoruns
 * @param attempts how it was captured, the first attempt first; empty when it was captured before that was recorded
 */
public record Snapshot(long id, String host, Role role, String label, SnapshotState state, Instant started, Optional<Instant> finished,
        List<Source> sources, List<Area> areas, Coverage coverage, Optional<Bytes> digest, List<Attempt> attempts) {

    public Snapshot {
        sources = List.copyOf(sources);
        areas = List.copyOf(areas);
        attempts = List.copyOf(attempts);
    }

    /** A short word for what read {@code source}, one of the snapshot's, at the last attempt that ended; empty where that is not known. */
    public String reader(Source source) {
        boolean asked = source.path().isPresent();
        List<Source> alike = sources.stream().filter(one -> one.path().isPresent() == asked).toList();
        return attempts.reversed().stream().flatMap(attempt -> attempt.reading().stream()).findFirst()
                .map(reading -> reading.readers().of(asked, alike.indexOf(source), alike.size())).orElse("");
    }

    /** Whether all it was read from are lists that name regular files and nothing else. */
    public boolean listsFilesOnly() {
        return !sources.isEmpty() && sources.stream().map(Source::kind).allMatch(SourceKind.FILES_ONLY::contains);
    }
}
