package org.assay.fleet;

import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.assay.model.Location;
import org.assay.model.Severity;
import org.assay.model.change.Change;
import org.assay.model.change.Decision;
import org.assay.model.change.Finding;
import org.assay.model.change.TaggedChange;
import org.assay.model.fleet.FleetChange;
import org.assay.model.fleet.HostSet;
import org.assay.model.item.FileItem;
import org.assay.model.item.Item;
import org.assay.model.item.KeyItem;
import org.assay.model.item.ValueItem;

/** A change of the fleet while its hosts are read. */
final class Gathered {

    private final Location location;
    private final LinkedHashMap<Integer, Integer> numbers = new LinkedHashMap<>(2);
    private final Map<Integer, Instant> times = new LinkedHashMap<>(2);
    private final Map<Integer, Instant> created = new LinkedHashMap<>(2);
    private final Map<Decision, IntStream.Builder> tags = new EnumMap<>(Decision.class);
    private final SortedSet<String> findings = new TreeSet<>();
    private Severity severity = Severity.INFO;
    private boolean explained = true;
    private boolean starts;
    private Instant captured = Instant.MAX;

    Gathered(Location location) {
        this.location = location;
    }

    /** The host at {@code place} has it, too; a host whose names are matched such that two of its changes are one counts once. */
    void add(int place, TaggedChange row, Instant hostCaptured) {
        Change change = row.change();
        numbers.putIfAbsent(place, change.number());
        change.after().flatMap(Gathered::written).ifPresent(time -> times.putIfAbsent(place, time));
        change.after().flatMap(Gathered::created).ifPresent(time -> created.putIfAbsent(place, time));
        row.tag().ifPresent(tag -> tags.computeIfAbsent(tag.decision(), _ -> IntStream.builder()).add(place));
        change.findings().stream().map(Finding::code).forEach(findings::add);
        severity = severity.compareTo(change.severity()) >= 0 ? severity : change.severity();
        explained &= change.isExplained();
        starts |= change.isAutostart();
        captured = captured.isBefore(hostCaptured) ? captured : hostCaptured;
    }

    FleetChange end(int number, ChangeKey key) {
        Map<Decision, HostSet> tagged = new EnumMap<>(Decision.class);
        tags.forEach((decision, places) -> tagged.put(decision, HostSet.of(places.build())));
        return new FleetChange(number, key.kind(), location, key.content(), severity, findings, explained, starts,
                HostSet.of(numbers.keySet().stream().mapToInt(Integer::intValue)), numbers, times, created, tagged,
                captured);
    }

    private static Optional<Instant> written(Item item) {
        return switch (item) {
            case FileItem file -> Optional.of(file.modified());
            case KeyItem key -> key.lastWritten();
            case ValueItem _ -> Optional.empty();
        };
    }

    private static Optional<Instant> created(Item item) {
        return item instanceof FileItem file ? file.times().created() : Optional.empty();
    }
}
