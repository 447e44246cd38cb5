package org.assay.startup.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import org.assay.model.text.RegistryName;

/**
 * The catalogue's places, arranged to be found by path.
 *
 * <p>Most paths leave a trie after a component or two, but for the few patterns that begin with {@code **}; of these, what a folder's path
 * leads to is found once for all files in it by whoever walks in order.
 */
public final class PlaceIndex {

    /** No route is so vague. */
    private static final int VAGUEST = 1_000_000;

    private final PathTrie<Spot> registry = new PathTrie<>(RegistryName::fold);
    private final Map<Names, PathTrie<Spot>> rooted = new EnumMap<>(Names.class);
    private final List<Spot> anywhere = new ArrayList<>();

    /** How file names are compared. */
    public enum Names {
        /** Without case. */
        WINDOWS(RegistryName::fold),
        /** Exactly. */
        UNIX(UnaryOperator.identity());

        private final UnaryOperator<String> fold;

        Names(UnaryOperator<String> fold) {
            this.fold = fold;
        }

        private static Names of(OperatingSystem system) {
            return system == OperatingSystem.WINDOWS ? WINDOWS : UNIX;
        }
    }

    /**
     * A place as one route leads to it.
     *
     * @param order the location's number in the catalogue
     * @param vagueness how far the route is from naming one thing
     * @param wildcard the number of the path's last component that is not one name, from 0; negative without one
     * @param settings the patterns of its values, or of the settings in a file; empty when the key or file itself counts
     */
    public record Spot(AutostartLocation autostart, int order, int vagueness, int wildcard, List<SettingPattern> settings) {

        /** The one that names its place best comes first, then by the catalogue's order. */
        public static final Comparator<Spot> BEST_FIRST = Comparator.comparingInt(Spot::vagueness).thenComparingInt(Spot::order);
    }

    /** Indexes the places that {@code condition} accepts. */
    public PlaceIndex(List<AutostartLocation> locations, PlacePatterns patterns, Predicate<AutostartLocation> kinds,
            Predicate<Place> condition) {
        for (Names names : Names.values()) {
            rooted.put(names, new PathTrie<>(names.fold));
        }
        for (int order = 0; order < locations.size(); order++) {
            AutostartLocation autostart = locations.get(order);
            for (Place place : autostart.places()) {
                if (kinds.test(autostart) && condition.test(place)) {
                    add(autostart, order, place, patterns);
                }
            }
        }
    }

    private void add(AutostartLocation autostart, int order, Place place, PlacePatterns patterns) {
        List<SettingPattern> settings = place.values().stream().map(SettingPattern::parse).toList();
        int vague = settings.stream().mapToInt(SettingPattern::vagueness).max().orElse(0);
        Reach reach = autostart.kind().reach();
        List<PlacePatterns.Route> routes = switch (reach) {
            case KEY -> patterns.registry(place.path(), false);
            case KEY_TREE -> patterns.registry(place.path(), true);
            case FILE, EVERY_FILE, CONTENT, NOWHERE -> patterns.file(place.path(), autostart.system());
        };
        for (PlacePatterns.Route route : routes) {
            int vagueness = route.vagueness() + vague + autostart.kind().precedence().rank() * VAGUEST;
            Spot spot = new Spot(autostart, order, vagueness, route.wildcard(), settings);
            switch (reach) {
                case KEY, KEY_TREE -> registry.add(route.path(), spot);
                case FILE, CONTENT -> rooted.get(Names.of(autostart.system())).add(route.path(), spot);
                case EVERY_FILE -> anywhere.add(spot);
                case NOWHERE -> {
                }
            }
        }
    }

    /** The places of files that count by what they are, wherever they are. */
    public List<Spot> anywhere() {
        return anywhere;
    }

    /** The registry places, by key, the root's short name first. */
    public PathTrie<Spot> registry() {
        return registry;
    }

    /** The file places, by the path below the tree's name. */
    public PathTrie<Spot> rooted(Names names) {
        return rooted.get(names);
    }
}
