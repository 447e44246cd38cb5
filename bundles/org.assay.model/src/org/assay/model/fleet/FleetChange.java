package org.assay.model.fleet;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeSet;

import org.assay.model.Location;
import org.assay.model.Severity;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.Decision;

/**
 * A change that one host or several have: at the same place, of the same kind, with the same there afterwards.
 *
 * @param number its number in the fleet, from 1: the same as long as the same comparisons are looked at
 * @param location the place as the first of the hosts writes it
 * @param differs what differs, of something that was altered; of a fleet the same on all hosts
 * @param content what is there afterwards
 * @param severity the most severe that it has on a host
 * @param findings the codes of its findings on any host
 * @param explained whether it is explained on each host that has it
 * @param autostart whether on a host it makes something start, or is what starts
 * @param hosts which hosts have it
 * @param numbers its number in the comparison of each host, by the host's place
 * @param times when the file or key was last written on each host, by its own word, by the host's place; a host is absent where it says
 *        nothing. A file that is copied keeps this time
 * @param created the same of when the file was made there, which a copy does not keep, but a collector does not either
 * @param tags the hosts on which each decision holds; a decision without hosts is absent
 * @param firstCaptured when the earliest capture that saw it began
 */
public record FleetChange(int number, ChangeKind kind, Location location, Content content, Severity severity, SortedSet<String> findings,
        boolean explained, boolean autostart, HostSet hosts, SequencedMap<Integer, Integer> numbers, Map<Integer, Instant> times,
        Map<Integer, Instant> created, Map<Decision, HostSet> tags, Instant firstCaptured) {

    public FleetChange {
        findings = Collections.unmodifiableSortedSet(new TreeSet<>(findings));
        tags = tags.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(tags));
    }

    /** The earliest of {@link #times}. */
    public Optional<Instant> firstTime() {
        return times.values().stream().min(Instant::compareTo);
    }

    /**
     * Whether who has it may be called infected: an analyst decided to quarantine or repair it somewhere, or it is of
     * {@link Severity#HIGH} and neither explained nor accepted.
     */
    public boolean isMark() {
        return tags.containsKey(Decision.QUARANTINE) || tags.containsKey(Decision.REPAIR)
                || severity == Severity.HIGH && !explained && !tags.containsKey(Decision.ACCEPT);
    }
}
