package org.assay.incident;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.assay.model.fleet.FleetHosts;
import org.assay.model.incident.Timeline;
import org.assay.model.incident.TimelineEvent;

/**
 * How many hosts were in which state over time: each in the last one that it has reached.
 *
 * @param steps from each time on, until the next
 */
record HostStates(List<Step> steps) {

    /** What can be known of a host, each behind the one before. */
    enum State {
        /** Its earliest trace of an infection. */
        INFECTED("infected, by the earliest trace"),
        /** The first capture of it. */
        CAPTURED("captured"),
        /** The first decision on one of its changes. */
        DECIDED("decided on"),
        /** The last capture after its remediation. */
        VERIFIED("captured after remediation");

        private final String label;

        State(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** So many hosts in each state; a state without hosts is absent. */
    record Step(Instant from, Map<State, Integer> hosts) {
    }

    /** Of the hosts that are infected, wholly or partly. */
    static HostStates of(FleetHosts hosts, Timeline timeline) {
        Map<String, Map<State, Instant>> reached = new HashMap<>();
        hosts.hosts().forEach(host -> {
            if (!host.marks().isEmpty()) {
                Map<State, Instant> own = new EnumMap<>(State.class);
                host.trace().ifPresent(trace -> own.put(State.INFECTED, trace.time()));
                reached.put(host.host().name(), own);
            }
        });
        for (TimelineEvent event : timeline.events()) {
            Optional.ofNullable(reached.get(event.host())).ifPresent(own -> {
                switch (event.kind()) {
                    case CAPTURE -> own.putIfAbsent(State.CAPTURED, event.at());
                    case TAG -> own.putIfAbsent(State.DECIDED, event.at());
                    case VERIFICATION -> own.put(State.VERIFIED, event.at());
                    case ENTRY, COMPARISON, EXPORT, CUSTODY, FILE -> { }
                }
            });
        }
        return new HostStates(steps(reached));
    }

    private static List<Step> steps(Map<String, Map<State, Instant>> reached) {
        TreeMap<Instant, Map<String, State>> changes = new TreeMap<>();
        reached.forEach((host, own) -> own.forEach((state, at) -> changes.computeIfAbsent(at, _ -> new HashMap<>())
                .merge(host, state, (one, other) -> one.compareTo(other) > 0 ? one : other)));
        Map<String, State> now = new HashMap<>();
        return changes.entrySet().stream().map(change -> {
            change.getValue().forEach((host, state) -> now.merge(host, state, (one, other) -> one.compareTo(other) > 0 ? one : other));
            Map<State, Integer> counts = new EnumMap<>(State.class);
            now.values().forEach(state -> counts.merge(state, 1, Integer::sum));
            return new Step(change.getKey(), counts);
        }).toList();
    }
}
