package org.assay.capture.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.assay.model.Location;
import org.assay.model.text.Space;

/**
 * A set of registry keys, of which only hashes are held. They are sorted by their top, the first names, in which alone a location differs
 * from its {@link MachineNames#normal} one, once users are told from their classes; so a set can be made normal when the names are known.
 */
final class KeySet {

    private static final int USER_DEPTH = 2;
    private static final int CONTROL_SET_DEPTH = 3;

    /** Some keys: what begins with {@code top}, by the hashes of what follows that. */
    private record Group(List<String> top, HashSet128 rests) {
        List<String> normalTop(MachineNames names) {
            return top.isEmpty() ? top : names.normal(new Location(Space.KEY, top)).components();
        }
    }

    private final Map<String, Group> groups = new HashMap<>();
    private final PathHash hash;
    /** The group of the key before. */
    private Group last = new Group(List.of(), new HashSet128());

    KeySet() {
        this(new PathHash(SipHash.random()));
    }

    private KeySet(PathHash hash) {
        this.hash = hash;
    }

    /** An empty set whose hashes are those of this one. */
    KeySet sibling() {
        return new KeySet(hash);
    }

    /** Adds a key; false when it is there already. */
    boolean add(Location key) {
        List<String> names = key.components();
        Group group = group(names.subList(0, depth(names)));
        turnTo(names);
        return group.rests.add(hash.first(), hash.second());
    }

    boolean contains(Location key) {
        if (groups.isEmpty()) {
            return false;
        }
        List<String> names = key.components();
        Group group = groups.get(RegistryPlace.identity(names.subList(0, depth(names))));
        turnTo(names);
        return group != null && group.rests.contains(hash.first(), hash.second());
    }

    /** The normal locations of these keys. */
    KeySet normal(MachineNames names) {
        KeySet normal = sibling();
        groups.values().forEach(group -> normal.group(group.normalTop(names)).rests.addAll(group.rests));
        return normal;
    }

    /** Adds to {@code met}, a sibling, the normal location that several of these keys have. */
    void meet(MachineNames names, KeySet met) {
        Map<String, Group> all = new HashMap<>();
        for (Group group : groups.values()) {
            List<String> top = group.normalTop(names);
            all.merge(RegistryPlace.identity(top), group, (one, other) -> {
                HashSet128 both = new HashSet128();
                both.addAll(one.rests);
                other.rests.forEach((first, second) -> {
                    if (!both.add(first, second)) {
                        met.group(top).rests.add(first, second);
                    }
                });
                return new Group(top, both);
            });
        }
    }

    private void turnTo(List<String> names) {
        hash.turnTo(names.subList(depth(names), names.size()));
    }

    private Group group(List<String> top) {
        if (groups.isEmpty() || !last.top.equals(top)) {
            last = groups.computeIfAbsent(RegistryPlace.identity(top), _ -> new Group(List.copyOf(top), new HashSet128()));
        }
        return last;
    }

    /** How many names the top has. */
    private static int depth(List<String> names) {
        int depth = switch (names.getFirst()) {
            case "HKU" -> USER_DEPTH;
            case "HKLM" -> names.size() > 1 && MachineNames.isSystem(names.get(1)) ? CONTROL_SET_DEPTH : 0;
            default -> 0;
        };
        return names.size() < depth ? 0 : depth;
    }
}
