package org.assay.startup.scan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.assay.model.Location;
import org.assay.model.item.KeyItem;
import org.assay.model.item.ValueItem;
import org.assay.model.item.ValueType;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.GapReason;
import org.assay.model.startup.EntryDetails;
import org.assay.model.startup.EntryState;
import org.assay.model.startup.TargetOutcome;
import org.assay.startup.catalogue.AutostartLocation;
import org.assay.startup.catalogue.PathTrie;
import org.assay.startup.catalogue.PlaceIndex;
import org.assay.startup.catalogue.PlaceIndex.Spot;
import org.assay.startup.format.FormatPlace;
import org.assay.startup.format.StartupFormats;
import org.assay.startup.format.ValueSelect;
import org.assay.startup.match.FileStart;
import org.assay.startup.match.FileStarts;
import org.assay.startup.match.StartupMatch;
import org.assay.startup.match.StartupMatch.Forms;
import org.assay.startup.match.StartupMatch.Start;
import org.assay.startup.text.CommandWords;
import org.assay.startup.windows.RegistryFacts;
import org.assay.startup.windows.ServiceFacts;

/** Finds in registry items, which come in order, what the catalogue names. */
public final class RegistryMatches {

    /** So many members of one list are entries of their own; what follows is one more entry that says so. */
    public static final int MAX_MEMBER_COUNT = 1000;
    private static final int MAX_RAW_LENGTH = 500;

    private final PathTrie.Walk<Spot> walk;
    private final RegistryFacts facts;
    private final List<StartupMatch> found;
    private final List<Gap> gaps;
    private final Map<Location, Instant> written;
    private final RestMatches rest;
    private Optional<KeyItem> last = Optional.empty();

    /** {@code written} takes when each key was last written that is an entry's place or holds it. */
    public RegistryMatches(PlaceIndex index, RegistryFacts facts, List<StartupMatch> found, List<Gap> gaps,
            Map<Location, Instant> written) {
        this.written = written;
        this.gaps = gaps;
        this.walk = index.registry().walk();
        this.facts = facts;
        this.found = found;
        this.rest = new RestMatches(found, gaps);
    }

    /** Takes notice of a key, which may be an entry by its name. */
    public void key(KeyItem key) {
        last = Optional.of(key);
        List<String> components = key.location().components();
        walk.to(components, 0, components.size()).values().stream().filter(spot -> spot.settings().isEmpty()).min(Spot.BEST_FIRST)
                .ifPresent(spot -> {
                    String name = key.location().name();
                    written(key.location(), components);
                    found.add(new StartupMatch(spot.autostart(), key.location(), name, name, forms(name, name), names(spot, name),
                            EntryDetails.NONE));
                });
    }

    /** Takes notice of a value. */
    public void value(ValueItem value) {
        facts.see(value);
        List<String> components = value.location().components();
        int end = components.size() - 1;
        List<Spot> spots = walk.to(components, 0, end).values();
        if (!spots.isEmpty()) {
            String name = components.get(end);
            best(spots, name).filter(spot -> isEntry(spot, value)).ifPresent(_ -> written(value.location(), components.subList(0, end)));
        }
    }

    /** Adds what the value is at {@code spot}, if anything. */
    private boolean isEntry(Spot spot, ValueItem value) {
        return switch (spot.autostart().kind().precedence()) {
            case NAMED -> {
                value(spot, value);
                yield true;
            }
            case RECORD -> false;
            case REST -> rest.value(spot.autostart(), value);
        };
    }

    private void written(Location place, List<String> key) {
        last.filter(item -> item.location().components().equals(key)).flatMap(KeyItem::lastWritten)
                .ifPresent(time -> written.put(place, time));
    }

    private static Optional<Spot> best(List<Spot> spots, String name) {
        return spots.stream().filter(spot -> spot.settings().stream().anyMatch(pattern -> pattern.accepts(name))).min(Spot.BEST_FIRST);
    }

    /** Adds what starts though no value says so, once every value has been seen: a driver without a command is looked for by its name. */
    public void end() {
        rest.end();
        for (ServiceFacts.Service driver : facts.services().driversWithoutCommand()) {
            List<String> components = driver.key().components();
            String command = "System32\\drivers\\" + driver.key().name() + ".sys";
            EntryDetails details = new EntryDetails("", EntryState.ENABLED, "",
                    List.of("It has no ImagePath; this is what Windows loads then."));
            best(walk.to(components, 0, components.size()).values(), "ImagePath").ifPresent(spot -> found.add(new StartupMatch(
                    spot.autostart(), driver.key(), driver.key().name(), command, forms(command, driver.key().name()),
                    names(spot, command), details)));
        }
    }

    private void value(Spot spot, ValueItem value) {
        FormatPlace place = FormatPlace.of(spot.autostart(), value.location());
        if (StartupFormats.isRead(place)) {
            inside(spot, value, StartupFormats.read(place, value.data().toArray()));
            return;
        }
        ValueText text = ValueText.of(value, spot.autostart().data());
        List<String> components = value.location().components();
        String name = value.location().name();
        String key = components.get(components.size() - 2);
        switch (spot.autostart().source()) {
            case NAME -> add(spot, value, name, forms(name, name), names(spot, name));
            case KEY -> add(spot, value, key, forms(key, key), names(spot, key));
            case DATA_OR_KEY -> {
                boolean empty = !text.readable() || text.texts().getFirst().isBlank();
                String shown = empty ? key : text.texts().getFirst();
                add(spot, value, shown, forms(shown, key), names(spot, shown));
            }
            case DATA -> data(spot, value, text);
        }
    }

    private void inside(Spot spot, ValueItem value, FileStarts inside) {
        for (FileStart each : inside.starts()) {
            found.add(new StartupMatch(spot.autostart(), value.location(), label(spot, value.location()), each.command(),
                    forms(each.command(), ""), each.start(), each.details()));
        }
        inside.problem().ifPresent(problem -> {
            add(spot, value, problem, Forms.NONE, new Start.Decided(TargetOutcome.UNPARSED));
            gaps.add(new Gap(value.location(), GapReason.DAMAGED, problem));
        });
    }

    private void data(Spot spot, ValueItem value, ValueText text) {
        AutostartLocation autostart = spot.autostart();
        String name = value.location().name();
        String called = name.isEmpty() ? value.location().components().get(value.location().components().size() - 2) : name;
        if (!text.readable()) {
            List<String> whole = new ArrayList<>(text.numerals());
            whole.addAll(text.texts());
            TargetOutcome outcome = autostart.data().startsNothing() ? TargetOutcome.NONE : TargetOutcome.UNPARSED;
            add(spot, value, text.texts().getFirst(), new Forms(whole, List.of()), new Start.Decided(outcome));
            return;
        }
        int count = 0;
        for (String each : text.texts()) {
            for (String member : members(autostart, each)) {
                if (count++ == MAX_MEMBER_COUNT) {
                    add(spot, value, "more than " + MAX_MEMBER_COUNT + " commands in one value; the rest is not listed", Forms.NONE,
                            new Start.Decided(TargetOutcome.UNPARSED));
                    return;
                }
                add(spot, value, member, forms(each, called, member),
                        names(spot, ValueSelect.of(autostart.select(), member).orElse("")));
            }
        }
    }

    /** The members of a list, or the text itself; an empty list has one empty member, for the place is there. */
    static List<String> members(AutostartLocation autostart, String text) {
        if (autostart.separators().isEmpty()) {
            return List.of(text);
        }
        List<String> members = CommandWords.members(text, autostart.separators(), MAX_MEMBER_COUNT + 1);
        return members.isEmpty() ? List.of("") : members;
    }

    private void add(Spot spot, ValueItem value, String command, Forms forms, Start start) {
        String raw = ValueType.display(value.type(), value.data(), MAX_RAW_LENGTH);
        found.add(new StartupMatch(spot.autostart(), value.location(), label(spot, value.location()), command, forms, start,
                new EntryDetails("", EntryState.ENABLED, raw.equals(command) ? "" : raw, List.of())));
        if (spot.autostart().data().startsNothing() && command.contains(":")) {
            found.add(new StartupMatch(spot.autostart(), value.location(), label(spot, value.location()), command, forms,
                    new Start.Mentions(command), EntryDetails.NONE));
        }
    }

    private static Start names(Spot spot, String text) {
        return Start.of(text, spot.autostart());
    }

    static Forms forms(String whole, String name, String... members) {
        return new Forms(List.of(whole, name + "=" + whole, name + " " + whole), List.of(members));
    }

    /** What a person calls the entry: the subkey where each has its own, else the value. */
    private static String label(Spot spot, Location where) {
        List<String> components = where.components();
        if (spot.autostart().kind().isNamedBySubkey() && spot.wildcard() > 0 && spot.wildcard() < components.size() - 1) {
            return components.get(spot.wildcard());
        }
        return where.name().isEmpty() ? "(Default)" : where.name();
    }
}
