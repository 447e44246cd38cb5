package org.assay.fleet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.assay.model.fleet.Fleet;
import org.assay.model.fleet.FleetChange;
import org.assay.model.fleet.FleetHost;
import org.assay.model.fleet.FleetHosts;
import org.assay.model.fleet.HostAnswer;
import org.assay.model.fleet.HostReach;
import org.assay.model.fleet.HostSet;
import org.assay.model.fleet.HostState;
import org.assay.model.fleet.Neighbour;
import org.assay.model.fleet.Trace;
import org.assay.model.fleet.Variant;

/** Judges every host of a fleet by the marks that it has. */
public final class Judgement {

    private final Fleet fleet;
    private final MarkSets sets;
    private final List<Variant> variants = new ArrayList<>();
    /** By host: the variant of which it has a part, with what its state rests on. */
    private final Map<Integer, Variant> partly = new HashMap<>();

    private Judgement(Fleet fleet) {
        this.fleet = fleet;
        this.sets = new MarkSets(fleet);
    }

    /** Which hosts of {@code fleet} are infected. */
    public static FleetHosts of(Fleet fleet) {
        return new Judgement(fleet).run();
    }

    private FleetHosts run() {
        tellVariants();
        List<Optional<Trace>> traces = traces();
        List<HostAnswer> answers = IntStream.range(0, fleet.hosts().size()).mapToObj(at -> answer(at, traces.get(at)))
                .collect(ArrayList::new, List::add, List::addAll);
        List<Integer> order = IntStream.range(0, answers.size()).filter(at -> traces.get(at).isPresent()).boxed()
                .sorted(Comparator.comparing(at -> traces.get(at).orElseThrow().time())).toList();
        for (int place = 0; place < order.size(); place++) {
            int at = order.get(place);
            boolean tie = place > 0 && traces.get(order.get(place - 1)).orElseThrow().time()
                    .equals(traces.get(at).orElseThrow().time());
            answers.set(at, answers.get(at).at(tie ? answers.get(order.get(place - 1)).order().orElseThrow() : place + 1));
        }
        return new FleetHosts(variants, answers);
    }

    /** A group whose marks are fewer than half of another's, and none else, has that one partly. */
    private void tellVariants() {
        List<HostSet> groups = new ArrayList<>(sets.groups());
        groups.sort(Comparator.comparing(HostSet::count).reversed());
        Map<HostSet, BitSet> cores = new HashMap<>();
        groups.forEach(group -> cores.put(group, sets.core(group)));
        Map<HostSet, HostSet> within = new HashMap<>();
        for (HostSet group : groups) {
            groups.stream().filter(other -> !other.equals(group) && isPart(cores.get(group), cores.get(other))).findFirst()
                    .ifPresent(other -> within.put(group, other));
        }
        Map<HostSet, Variant> named = new HashMap<>();
        groups.stream().filter(group -> !within.containsKey(group)).forEach(group -> {
            Variant variant = new Variant(name(variants.size()), sets.named(cores.get(group)), group);
            variants.add(variant);
            named.put(group, variant);
        });
        within.forEach((group, other) -> {
            HostSet whole = other;
            while (within.containsKey(whole)) {
                whole = within.get(whole);
            }
            Variant variant = named.get(whole);
            group.places().forEach(host -> partly.put(host, variant));
        });
    }

    private static boolean isPart(BitSet small, BitSet large) {
        return MarkSets.common(small, large) == small.cardinality() && small.cardinality() * 2 < large.cardinality();
    }

    private static String name(int at) {
        return at < 26 ? String.valueOf((char) ('A' + at)) : name(at / 26 - 1) + (char) ('A' + at % 26);
    }

    private HostAnswer answer(int at, Optional<Trace> trace) {
        FleetHost host = fleet.hosts().get(at);
        List<FleetChange> marks = sets.named(sets.of(at));
        if (host.compared().isEmpty()) {
            return new HostAnswer(host, HostState.NOT_JUDGED, host.obstacle(), Optional.empty(), List.of(), sets.marks().size(),
                    Optional.empty(), OptionalInt.empty(), Optional.empty());
        }
        HostReach reach = host.compared().orElseThrow().reach();
        int untold = (int) sets.marks().stream().filter(mark -> !mark.hosts().contains(at) && !reach.knows(mark.location())).count();
        Optional<Variant> variant = Optional.ofNullable(partly.get(at))
                .or(() -> variants.stream().filter(one -> one.hosts().contains(at)).findFirst());
        HostState state = state(at, marks, untold, host.compared().orElseThrow().gaps());
        return new HostAnswer(host, state, why(state, marks, untold, variant), variant.map(Variant::name), marks, untold, trace,
                OptionalInt.empty(), nearest(at));
    }

    private HostState state(int at, List<FleetChange> marks, int untold, int gaps) {
        if (!marks.isEmpty()) {
            return partly.containsKey(at) ? HostState.PARTLY : HostState.INFECTED;
        }
        return untold > 0 || sets.marks().isEmpty() && gaps > 0 ? HostState.NOT_JUDGED : HostState.CLEAN;
    }

    private String why(HostState state, List<FleetChange> marks, int untold, Optional<Variant> variant) {
        return switch (state) {
            case INFECTED, PARTLY -> "has %,d of the %,d marks of variant %s".formatted(
                    marks.stream().filter(variant.orElseThrow().marks()::contains).count(), variant.orElseThrow().marks().size(),
                    variant.orElseThrow().name());
            case CLEAN -> sets.marks().isEmpty() ? "no host has a mark" : "has none of the %,d marks".formatted(sets.marks().size());
            case NOT_JUDGED -> untold > 0
                    ? "has no mark, but %,d of the %,d marks lie where nothing is known of it".formatted(untold, sets.marks().size())
                    : "no host has a mark, and not everything could be read";
        };
    }

    /**
     * The earliest time that a mark has on each host. A time of writing that most hosts share came with the file and is none of the host:
     * then it counts when the file was made there. What one host alone has counts only where nothing else does.
     */
    private List<Optional<Trace>> traces() {
        List<FleetChange> shared = sets.marks().stream().filter(mark -> mark.hosts().count() > 1).toList();
        List<FleetChange> alone = sets.marks().stream().filter(mark -> mark.hosts().count() == 1).toList();
        return IntStream.range(0, fleet.hosts().size()).mapToObj(host -> first(shared, host).or(() -> first(alone, host))).toList();
    }

    private static Optional<Trace> first(List<FleetChange> marks, int host) {
        return marks.stream().flatMap(mark -> trace(mark, host).stream()).min(Comparator.comparing(Trace::time));
    }

    private static Optional<Trace> trace(FleetChange mark, int host) {
        boolean created = isCarried(mark.times().values());
        Map<Integer, Instant> times = created ? mark.created() : mark.times();
        return isCarried(times.values()) ? Optional.empty()
                : Optional.ofNullable(times.get(host)).map(time -> new Trace(time, mark, created));
    }

    private static boolean isCarried(Collection<Instant> times) {
        return times.size() > 1 && new HashSet<>(times).size() * 2 <= times.size();
    }

    private Optional<Neighbour> nearest(int at) {
        BitSet own = sets.of(at);
        return fleet.compared().places().filter(other -> other != at)
                .mapToObj(other -> new Neighbour(fleet.hosts().get(other), MarkSets.distance(own, sets.of(other))))
                .min(Comparator.comparingDouble(Neighbour::distance));
    }
}
