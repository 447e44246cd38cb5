package org.assay.model.fleet;

import java.util.BitSet;
import java.util.stream.IntStream;

/** Some hosts of a fleet, by their places in its list. Immutable. */
public final class HostSet {

    public static final HostSet NONE = new HostSet(new BitSet());

    private final BitSet places;

    private HostSet(BitSet places) {
        this.places = places;
    }

    /** Of these places, 0 or more each. */
    public static HostSet of(IntStream places) {
        BitSet set = new BitSet();
        places.forEach(set::set);
        return new HostSet(set);
    }

    public boolean contains(int place) {
        return places.get(place);
    }

    public int count() {
        return places.cardinality();
    }

    public boolean isEmpty() {
        return places.isEmpty();
    }

    /** The places from the first. */
    public IntStream places() {
        return places.stream();
    }

    /** Those in both. */
    public HostSet and(HostSet other) {
        BitSet both = (BitSet) places.clone();
        both.and(other.places);
        return new HostSet(both);
    }

    /** Those in either. */
    public HostSet or(HostSet other) {
        BitSet either = (BitSet) places.clone();
        either.or(other.places);
        return new HostSet(either);
    }

    /** Those that are not in {@code other}. */
    public HostSet without(HostSet other) {
        BitSet rest = (BitSet) places.clone();
        rest.andNot(other.places);
        return new HostSet(rest);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HostSet set && set.places.equals(places);
    }

    @Override
    public int hashCode() {
        return places.hashCode();
    }

    @Override
    public String toString() {
        return places.toString();
    }
}
