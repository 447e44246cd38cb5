package org.assay.store;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.assay.model.Location;
import org.assay.model.change.Change;
import org.assay.model.item.Item;
import org.assay.model.item.ItemStream;
import org.assay.model.snapshot.Environment;
import org.assay.model.snapshot.Reading;
import org.assay.model.snapshot.Readers;
import org.assay.model.snapshot.Remark;
import org.assay.model.snapshot.Snapshot;

/**
 * A new snapshot that holds what a baseline holds, with changes that were accepted since. The baseline stays as it is.
 *
 * @param accepted of a comparison with that baseline; at least one
 * @param why by whom and for what reason, as one sentence without a full stop; a remark of the new snapshot and its custody log say it
 * @param environment where it is made, with the options that the baseline was captured with, which say what it holds
 */
public record AmendedBaseline(long baseline, List<Change> accepted, String label, String why, Environment environment) {

    /** Stores it; gives what was stored. Its gaps are the baseline's: what that could not read is not known now either. */
    public Snapshot store(CaseFile file) {
        Snapshot original = file.snapshot(baseline);
        try (SnapshotWriter writer = file.edits().amendment(original, label, why, environment,
                file.snapshotCatalogues(baseline))) {
            original.areas().forEach(writer::area);
            file.gaps(baseline).forEach(writer::gap);
            file.remarks(baseline).forEach(writer::remark);
            writer.remark(new Remark(place(original), why));
            write(file, writer);
            return writer.finish(original.state(), new Reading(readers(original), true, original.coverage().hashedBytes(), 0, 0));
        }
    }

    /** Where all of it lies, for the remark. */
    private Location place(Snapshot original) {
        return original.areas().isEmpty() ? accepted.getFirst().location() : original.areas().getFirst().top();
    }

    private void write(CaseFile file, SnapshotWriter writer) {
        Set<Location> gone = new HashSet<>();
        accepted.forEach(change -> change.before().map(Item::location).ifPresent(gone::add));
        List<Item> came = accepted.stream().map(Change::after).flatMap(Optional::stream)
                .sorted(Comparator.comparing(Item::location, Location.ORDER)).toList();
        int next = 0;
        try (ItemStream items = file.view(baseline).items()) {
            while (items.hasNext()) {
                Item item = items.next();
                while (next < came.size() && Location.ORDER.compare(came.get(next).location(), item.location()) < 0) {
                    writer.item(came.get(next++));
                }
                if (!gone.contains(item.location())) {
                    writer.item(item);
                }
            }
        }
        came.subList(next, came.size()).forEach(writer::item);
    }

    private static Readers readers(Snapshot original) {
        return original.attempts().reversed().stream().flatMap(attempt -> attempt.reading().stream()).findFirst().map(Reading::readers)
                .orElse(Readers.NONE);
    }
}
