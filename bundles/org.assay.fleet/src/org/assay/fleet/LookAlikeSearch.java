package org.assay.fleet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.assay.model.Location;
import org.assay.model.change.ChangeKind;
import org.assay.model.fleet.Content;
import org.assay.model.fleet.Fleet;
import org.assay.model.fleet.FleetChange;
import org.assay.model.fleet.LookAlikes.Alike;
import org.assay.model.fleet.LookAlikes;
import org.assay.model.text.Labels;
import org.assay.model.text.RegistryName;
import org.assay.model.text.Space;

/** Finds changes of a fleet that look as if one hand made them. */
public final class LookAlikeSearch {

    /** Shorter data of a value is alike by chance. */
    private static final int MIN_DATA_BYTES = 16;
    /** Shorter names are alike by chance. */
    private static final int MIN_NAME_LENGTH = 4;
    private static final int MIN_PATTERN_COUNT = 3;
    private static final int SHOWN_DIGITS = 32;

    private LookAlikeSearch() {
    }

    /** All groups of {@code fleet}, what is on most hosts first. */
    public static List<LookAlikes> of(Fleet fleet) {
        Map<Content, List<FleetChange>> contents = new LinkedHashMap<>();
        Map<Object, List<FleetChange>> places = new LinkedHashMap<>();
        Map<Pattern, List<FleetChange>> patterns = new LinkedHashMap<>();
        for (FleetChange change : fleet.changes()) {
            if (tellsContent(change.content())) {
                contents.computeIfAbsent(change.content(), _ -> new ArrayList<>(1)).add(change);
            }
            if (isThere(change)) {
                places.computeIfAbsent(List.of(change.location().space(), folded(change.location().components())),
                        _ -> new ArrayList<>(1)).add(change);
            }
            Pattern.of(change).filter(_ -> isRare(change, fleet))
                    .ifPresent(pattern -> patterns.computeIfAbsent(pattern, _ -> new ArrayList<>(1)).add(change));
        }
        List<LookAlikes> groups = new ArrayList<>();
        contents.values().stream().filter(group -> places(group) > 1).forEach(group -> groups.add(new LookAlikes(Alike.CONTENT,
                text(group.getFirst().content()), group)));
        places.values().stream().filter(group -> contents(group) > 1).forEach(group -> groups.add(new LookAlikes(Alike.PLACE,
                group.getFirst().location().text(), group)));
        patterns.forEach((pattern, group) -> {
            if (places(group) >= MIN_PATTERN_COUNT) {
                groups.add(new LookAlikes(Alike.PATTERN, pattern.text(), group));
            }
        });
        groups.sort(Comparator.comparing((LookAlikes group) -> group.hosts().count()).reversed()
                .thenComparing(group -> group.changes().getFirst().number()).thenComparing(LookAlikes::alike));
        return groups;
    }

    /** The beginning suffices to find it again. */
    private static String text(Content content) {
        String hex = content.bytes().hex();
        return Labels.of(content.form()) + " " + hex.substring(0, Math.min(hex.length(), SHOWN_DIGITS));
    }

    private static boolean tellsContent(Content content) {
        return switch (content.form()) {
            case SHA256, OTHER_DIGEST -> true;
            case DATA -> content.bytes().length() >= MIN_DATA_BYTES;
            case GONE, NONE, UNREAD, TARGET -> false;
        };
    }

    private static boolean isThere(FleetChange change) {
        return change.content().form() != Content.Form.GONE && change.content().form() != Content.Form.NONE
                && change.content().form() != Content.Form.UNREAD;
    }

    private static boolean isRare(FleetChange change, Fleet fleet) {
        return change.hosts().count() * 2 <= fleet.hosts().size();
    }

    private static long places(List<FleetChange> group) {
        return group.stream().map(change -> folded(change.location().components())).distinct().count();
    }

    private static long contents(List<FleetChange> group) {
        return group.stream().map(FleetChange::content).distinct().count();
    }

    private static List<String> folded(List<String> names) {
        return names.stream().map(RegistryName::fold).toList();
    }

    /**
     * How a file is called without what it is called.
     *
     * @param folder the names above it
     * @param shape a letter for each kind of character in its name: a for letters, 9 for digits, others as they are
     */
    private record Pattern(List<String> folder, String shape, String ending) {

        static Optional<Pattern> of(FleetChange change) {
            Location location = change.location();
            String name = location.name();
            int dot = name.lastIndexOf('.');
            String stem = dot > 0 ? name.substring(0, dot) : name;
            if (change.kind() != ChangeKind.ADDED || location.space() != Space.FILE || location.components().size() < 2
                    || change.content().form() == Content.Form.NONE || stem.length() < MIN_NAME_LENGTH) {
                return Optional.empty();
            }
            return Optional.of(new Pattern(folded(location.components().subList(0, location.components().size() - 1)), shape(stem),
                    dot > 0 ? name.substring(dot).toLowerCase(Locale.ROOT) : ""));
        }

        /** Of a name with both letters and digits only the length counts: in a random one they stand anywhere. */
        private static String shape(String stem) {
            boolean digits = stem.chars().anyMatch(Character::isDigit);
            boolean letters = stem.chars().anyMatch(Character::isLetter);
            StringBuilder shape = new StringBuilder();
            stem.codePoints().forEach(one -> shape.appendCodePoint(
                    Character.isLetterOrDigit(one) ? digits && letters ? '*' : digits ? '9' : 'a' : one));
            return shape.toString();
        }

        String text() {
            return new Location(Space.FILE, folder).text() + ": " + shape + ending;
        }
    }
}
