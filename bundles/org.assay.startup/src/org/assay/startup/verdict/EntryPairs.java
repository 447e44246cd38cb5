package org.assay.startup.verdict;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

import org.assay.model.Location;
import org.assay.model.change.CommonScope;
import org.assay.model.startup.StartupEntry;
import org.assay.model.text.RegistryName;

/** Pairs the entries of two snapshots that are the same entry. */
public final class EntryPairs {

    /** One entry in the baseline, in the suspect, or in both. */
    public record Pair(Optional<StartupEntry> before, Optional<StartupEntry> after) {

        public StartupEntry shown() {
            return after.orElseGet(before::orElseThrow);
        }
    }

    private record Sides(List<StartupEntry> before, List<StartupEntry> after) {
    }

    private EntryPairs() {
    }

    /**
     * All entries of both sides in pairs, by place. One place can hold several entries under one label, the members of a list: those with
     * the same command and file are paired first, then those with the same command, then the others in their order.
     */
    public static List<Pair> of(List<StartupEntry> before, List<StartupEntry> after, CommonScope scope) {
        Map<StartupEntry, Sides> places = new TreeMap<>(Comparator
                .<StartupEntry, Location>comparing(entry -> scope.meeting(entry.location()), Location.ORDER)
                .thenComparing(StartupEntry::catalogueId).thenComparing(entry -> labelKey(entry, scope)));
        before.forEach(entry -> sides(places, entry).before().add(entry));
        after.forEach(entry -> sides(places, entry).after().add(entry));
        List<Pair> pairs = new ArrayList<>();
        for (Sides sides : places.values()) {
            take(sides, pairs, entry -> List.of(entry.command(), entry.targetPath()));
            take(sides, pairs, entry -> List.of(entry.command()));
            take(sides, pairs, _ -> List.of());
            sides.before().forEach(entry -> pairs.add(new Pair(Optional.of(entry), Optional.empty())));
            sides.after().forEach(entry -> pairs.add(new Pair(Optional.empty(), Optional.of(entry))));
        }
        return pairs;
    }

    private static Sides sides(Map<StartupEntry, Sides> places, StartupEntry entry) {
        return places.computeIfAbsent(entry, _ -> new Sides(new ArrayList<>(), new ArrayList<>()));
    }

    /** Pairs the entries with the same key, in their order, and takes them from both sides. */
    private static void take(Sides sides, List<Pair> pairs, Function<StartupEntry, List<String>> key) {
        Map<List<String>, Deque<StartupEntry>> waiting = new HashMap<>();
        sides.after().forEach(entry -> waiting.computeIfAbsent(key.apply(entry), _ -> new ArrayDeque<>()).add(entry));
        Set<StartupEntry> paired = Collections.newSetFromMap(new IdentityHashMap<>());
        for (StartupEntry old : sides.before()) {
            Deque<StartupEntry> same = waiting.getOrDefault(key.apply(old), new ArrayDeque<>());
            if (!same.isEmpty()) {
                pairs.add(new Pair(Optional.of(old), Optional.of(same.peek())));
                paired.add(old);
                paired.add(same.remove());
            }
        }
        sides.before().removeIf(paired::contains);
        sides.after().removeIf(paired::contains);
    }

    private static String labelKey(StartupEntry entry, CommonScope scope) {
        return entry.location().space().isFile() && !scope.ignoresCase(entry.location()) ? entry.label() : RegistryName.fold(entry.label());
    }
}
