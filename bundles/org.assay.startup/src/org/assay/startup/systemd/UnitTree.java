package org.assay.startup.systemd;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.startup.format.Setting;
import org.assay.startup.tree.Links;

/**
 * The units that one manager of systemd, the system's or a user's, finds in its folders: which file of a name counts, which drop-ins change
 * it, and which links or other units start it (systemd.unit(5), "Unit File Load Path").
 */
public final class UnitTree {

    private static final int MAX_ALIAS_COUNT = 8;
    /** So many drop-ins of one unit change it; each is listed, however many there are. */
    private static final int MAX_DROP_IN_COUNT = 256;

    private final Map<String, List<UnitPlace>> fragments = new HashMap<>();
    private final Map<String, List<UnitPlace>> dropIns = new HashMap<>();
    private final Map<String, Set<String>> askers = new HashMap<>();
    /** By template, who asks for an instance of it. */
    private final Map<String, Set<String>> instanceAskers = new HashMap<>();
    private final Map<UnitPlace, UnitFile> files = new HashMap<>();
    private final Set<String> started = new HashSet<>();
    private final Links links;

    UnitTree(Links links) {
        this.links = links;
    }

    /** Takes a place with its content, where it has any. */
    void add(UnitPlace place, Optional<UnitFile> content) {
        content.ifPresent(file -> files.put(place, file));
        switch (place.role()) {
            case FRAGMENT -> fragments.computeIfAbsent(place.unit(), _ -> new ArrayList<>()).add(place);
            case DROP_IN -> {
                List<UnitPlace> places = dropIns.computeIfAbsent(place.unit(), _ -> new ArrayList<>());
                if (places.size() < MAX_DROP_IN_COUNT) {
                    places.add(place);
                }
            }
            case LINK -> asks(place.unit(), place.asker());
            case OTHER -> {
            }
        }
    }

    /** Takes notice that {@code asker}, a unit, a target or another file, asks for {@code unit}. */
    void asks(String unit, String asker) {
        askers.computeIfAbsent(unit, _ -> new LinkedHashSet<>()).add(asker);
        UnitName.of(unit).filter(name -> name.instance().isPresent()).ifPresent(name ->
                instanceAskers.computeIfAbsent(name.template().text(), _ -> new LinkedHashSet<>()).add(asker));
    }

    /** To be called once everything has been added: notes which units ask for which. */
    void finish() {
        fragments.values().forEach(places -> places.sort(Comparator.comparingInt(UnitPlace::rank)));
        for (Map.Entry<String, List<UnitPlace>> entry : fragments.entrySet()) {
            UnitPlace counts = entry.getValue().getFirst();
            Optional<UnitName> name = UnitName.of(entry.getKey());
            alias(counts).ifPresent(target -> asks(target, entry.getKey()));
            content(entry.getKey()).forEach(file -> file.named().forEach(other -> asks(other, entry.getKey())));
            name.filter(_ -> !isMasked(counts)).ifPresent(unit -> activated(unit).ifPresent(other -> asks(other, entry.getKey())));
        }
        start();
    }

    /** The unit that a timer, socket or path starts, without an exact word the service of its own name. */
    Optional<String> activated(UnitName unit) {
        String setting = switch (unit.type()) {
            case "timer", "path" -> "Unit";
            case "socket" -> "Service";
            default -> "";
        };
        if (setting.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> named = content(unit.text()).stream().flatMap(file -> file.last(setting).stream()).reduce((_, later) -> later);
        boolean each = unit.type().equals("socket") && content(unit.text()).stream().anyMatch(file -> file.last("Accept")
                .map(value -> Set.of("yes", "true", "on", "1").contains(value)).orElse(false));
        return named.map(name -> new UnitSpecifiers(unit, "system", "").fill(name))
                .or(() -> Optional.of(unit.stem() + (each ? "@" : "") + ".service"));
    }

    /** The place whose file counts for the unit {@code name}, aliases followed; for an instance its template's. */
    Optional<UnitPlace> fragment(String name) {
        String requested = name;
        for (int count = 0; count < MAX_ALIAS_COUNT; count++) {
            Optional<UnitPlace> place = first(requested);
            Optional<String> next = place.flatMap(this::alias);
            if (next.isEmpty() || next.get().equals(requested)) {
                return place;
            }
            requested = next.get();
        }
        return Optional.empty();
    }

    private Optional<UnitPlace> first(String name) {
        List<UnitPlace> places = Optional.ofNullable(fragments.get(name))
                .or(() -> UnitName.of(name).map(unit -> fragments.get(unit.template().text()))).orElse(List.of());
        return places.stream().findFirst();
    }

    /** The unit that a link in a unit's place leads to; empty for a file and for a mask. */
    Optional<String> alias(UnitPlace place) {
        return place.file().kind() == FileKind.LINK && !isMasked(place)
                ? place.file().target().map(target -> target.substring(target.lastIndexOf('/') + 1)).filter(name -> UnitName.of(name)
                        .isPresent()) : Optional.empty();
    }

    /** A link to {@code /dev/null}, or an empty file, forbids the unit. */
    boolean isMasked(UnitPlace place) {
        FileItem file = place.file();
        return file.kind() == FileKind.FILE && file.sizeBytes() == 0
                || file.kind() == FileKind.LINK && links.follow(place.tree(), place.path()).filter("/dev/null"::equals).isPresent();
    }

    /** What the file that counts and then its drop-ins say, the drop-ins in the order in which they are read. */
    List<UnitFile> content(String name) {
        List<UnitFile> all = new ArrayList<>();
        fragment(name).flatMap(place -> Optional.ofNullable(files.get(place))).ifPresent(all::add);
        UnitName.of(name).ifPresent(unit -> dropIns(unit).values().forEach(place -> Optional.ofNullable(files.get(place))
                .ifPresent(all::add)));
        return all;
    }

    /** By the drop-in's name; of two of one name that in the better folder counts. */
    private Map<String, UnitPlace> dropIns(UnitName unit) {
        Map<String, UnitPlace> byName = new TreeMap<>();
        Set<String> owners = new LinkedHashSet<>(List.of(unit.text(), unit.template().text()));
        for (int dash = unit.prefix().lastIndexOf('-'); dash > 0; dash = unit.prefix().lastIndexOf('-', dash - 1)) {
            owners.add(unit.prefix().substring(0, dash + 1) + "." + unit.type());
        }
        owners.add(unit.type());
        for (String owner : owners) {
            dropIns.getOrDefault(owner, List.of()).forEach(place -> byName.merge(place.file().location().name(), place,
                    (one, two) -> one.rank() <= two.rank() ? one : two));
        }
        return byName;
    }

    /** The commands of a unit that are not taken back by an empty setting behind them, with the file that each stands in. */
    Map<Setting, UnitFile> effective(String name) {
        Map<Setting, UnitFile> left = new LinkedHashMap<>();
        for (UnitFile file : content(name)) {
            for (Setting setting : file.commands()) {
                if (setting.value().isEmpty()) {
                    left.keySet().removeIf(each -> each.name().equals(setting.name()));
                } else {
                    left.put(setting, file);
                }
            }
        }
        return left;
    }

    /** The units and targets that ask for {@code name}, for an instance of it or through an alias. */
    List<String> askers(String name) {
        Set<String> all = new LinkedHashSet<>(askers.getOrDefault(name, Set.of()));
        all.addAll(instanceAskers.getOrDefault(name, Set.of()));
        return List.copyOf(all);
    }

    /** Whether something that is itself started asks for {@code name}; units that only ask for each other are not. */
    boolean isAskedFor(String name) {
        return askers(name).stream().anyMatch(asker -> started.contains(asker) || !isInstallable(asker));
    }

    private void start() {
        Map<String, List<String>> askedBy = new HashMap<>();
        askers.forEach((name, all) -> all.forEach(asker -> askedBy.computeIfAbsent(asker, _ -> new ArrayList<>()).add(name)));
        Deque<String> next = new ArrayDeque<>(askedBy.keySet().stream().filter(asker -> !isInstallable(asker)).toList());
        while (!next.isEmpty()) {
            String name = next.pop();
            if (started.add(name)) {
                next.addAll(askedBy.getOrDefault(name, List.of()));
            }
        }
    }

    /** Whether the unit must be enabled to be started. */
    boolean isInstallable(String name) {
        return content(name).stream().anyMatch(UnitFile::isInstallable);
    }

    Optional<UnitFile> file(UnitPlace place) {
        return Optional.ofNullable(files.get(place));
    }
}
