package org.assay.model.fleet;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is answered of one host.
 *
 * @param why what the state rests on, a phrase
 * @param variant the name of the variant that it has, wholly or partly; empty where it has none
 * @param marks the marks that it carries, by number
 * @param untold how many marks of other hosts lie where nothing is known of this one
 * @param trace its earliest trace; empty where its marks tell no time of their own
 * @param order its place in the order of infection by the earliest trace, from 1
 * @param nearest empty where no other host was compared
 */
public record HostAnswer(FleetHost host, HostState state, String why, Optional<String> variant, List<FleetChange> marks, int untold,
        Optional<Trace> trace, OptionalInt order, Optional<Neighbour> nearest) {

    public HostAnswer {
        marks = List.copyOf(marks);
    }

    /** The same with its place in the order of infection. */
    public HostAnswer at(int place) {
        return new HostAnswer(host, state, why, variant, marks, untold, trace, OptionalInt.of(place), nearest);
    }
}
