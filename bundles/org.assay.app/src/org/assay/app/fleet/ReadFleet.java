package org.assay.app.fleet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.assay.app.Case;
import org.assay.app.ComparedSnapshots;
import org.assay.fleet.FleetReading;
import org.assay.fleet.HostChanges;
import org.assay.model.Progress;
import org.assay.model.change.Comparison;
import org.assay.model.change.Tag;
import org.assay.model.change.TaggedChange;
import org.assay.model.fleet.Fleet;
import org.assay.model.fleet.FleetHost;
import org.assay.model.fleet.HostComparison;
import org.assay.model.fleet.HostReach;
import org.assay.model.snapshot.Gap;

/** Reads the stored comparisons of all hosts: of each the latest one of its latest suspect. */
public record ReadFleet(FleetArguments meant) {

    public Fleet run(Case openCase, Progress progress) {
        List<Comparison> comparisons = openCase.comparisons();
        Map<String, List<Tag>> tags = openCase.tags().stream().collect(Collectors.groupingBy(Tag::host));
        HostReaches reaches = new HostReaches();
        List<HostChanges> hosts = new ArrayList<>();
        for (HostPair pair : HostPair.of(openCase, meant)) {
            Optional<Comparison> latest = pair.latest(comparisons, meant);
            String group = meant.groupOf(pair.host());
            hosts.add(latest.map(one -> compared(openCase, pair.host(), group, one, tags.getOrDefault(pair.host(), List.of()), reaches))
                    .orElseGet(() -> new HostChanges(FleetHost.unknown(pair.host(), group, pair.obstacle().isEmpty()
                            ? "its latest suspect, snapshot " + pair.suspect().orElseThrow().id() + ", is not compared"
                            : pair.obstacle()), List.of())));
        }
        return FleetReading.read(hosts, progress);
    }

    private static HostChanges compared(Case openCase, String host, String group, Comparison comparison, List<Tag> tags,
            HostReaches reaches) {
        ComparedSnapshots pair = ComparedSnapshots.of(openCase, comparison);
        List<Gap> unread = new ArrayList<>(pair.unread().baseline());
        unread.addAll(pair.unread().suspect());
        List<TaggedChange> changes = openCase.taggedChanges(comparison, tags, pair.scope());
        return new HostChanges(FleetHost.of(host, group, new HostComparison(comparison.id(), comparison.baseline(),
                pair.suspect().started(),
                pair.gaps().count(), reaches.shared(pair, unread))),
                () -> changes.stream().filter(row -> pair.scope().contains(row.change().location())).iterator());
    }

    /** What is known of hosts, the same object for hosts of which the same is known. */
    private static final class HostReaches {

        private final Map<List<Object>, HostReach> known = new HashMap<>();

        HostReach shared(ComparedSnapshots pair, List<Gap> unread) {
            List<Object> same = List.of(pair.scope().sides(), pair.scope().options(), unread.stream().map(Gap::location).toList());
            return known.computeIfAbsent(same, _ -> HostReach.of(pair.scope(), unread));
        }
    }
}
