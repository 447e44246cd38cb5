package org.assay.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How the packages of a room lie to one another, and its classes. */
class CorridorsTest {

    /** More classes than these in one package, and it is a hall, unless all of them are of one kind. */
    private static final int MAX_MIXED_CLASSES = 40;

    /** Packages whose many classes are all of one kind, each with that kind. */
    private static final Map<String, String> OF_ONE_KIND = Map.of(
            "org.assay.compare.rule", "rules, one class a finding, and the shapes that they have",
            "org.assay.startup.format", "readers of file formats, one class a format, and what the larger ones are made of");

    /** What other rooms see beside a room's root; {@code docs/adr/0009-rooms-have-corridors.md} says why. Of model they see all. */
    private static final Map<String, Set<String>> EXPORTED = Map.of(
            "app", Set.of("custody", "edit", "fleet", "incident", "page", "policy", "remedy", "verify", "written"),
            "content", Set.of("sqlite"),
            "registry", Set.of("format", "hive", "reg"),
            "remedy", Set.of("offline", "plan"));

    private static House house;

    @BeforeAll
    static void readTheHouse() {
        house = House.built();
    }

    @Test
    void everyPackageIsInTheOrderThatItsRoomStates() {
        for (String room : house.rooms()) {
            Corridors corridors = house.corridors(room);
            Set<String> built = house.of(room).map(one -> corridors.of(one.name())).collect(Collectors.toCollection(TreeSet::new));
            built.add(Corridors.ROOT);
            assertEquals(built, new TreeSet<>(corridors.names()), "the packages in the package-info of " + room);
            assertEquals(corridors.names().size(), Set.copyOf(corridors.names()).size(), room + " states a package twice");
        }
    }

    @Test
    void packagesUseOnlyThoseThatComeLater() {
        List<String> upwards = new ArrayList<>();
        for (String room : house.rooms()) {
            Corridors corridors = house.corridors(room);
            house.graph(room).forEach((one, uses) -> uses.stream()
                    .filter(used -> !corridors.mayUse(corridors.of(one), corridors.of(used)))
                    .forEach(used -> upwards.add(one + " uses " + used)));
        }
        assertEquals(List.of(), upwards);
    }

    @Test
    void onlyTheRootIsExportedBesideWhatIsListed() {
        for (String room : house.rooms()) {
            Corridors corridors = house.corridors(room);
            Set<String> beside = new TreeSet<>(corridors.exported());
            beside.remove(Corridors.ROOT);
            assertEquals(room.equals("model") ? Set.copyOf(corridors.names()) : EXPORTED.getOrDefault(room, Set.of()),
                    room.equals("model") ? corridors.exported() : beside, "what " + room + " exports beside its root");
        }
    }

    @Test
    void roomsSeeOnlyWhatOthersExport() {
        for (String room : house.rooms()) {
            Corridors corridors = house.corridors(room);
            Set<String> exported = corridors.exported().stream().map(corridors::full).collect(Collectors.toCollection(TreeSet::new));
            String header = house.manifest("org.assay." + room).getValue("Export-Package");
            Set<String> stated = header == null ? Set.of()
                    : Stream.of(header.split(",")).map(one -> one.split(";")[0].strip()).collect(Collectors.toCollection(TreeSet::new));
            if (!stated.isEmpty()) {
                assertEquals(exported, stated, "what the manifest of " + room + " exports");
            }
            assertEquals(List.of(), house.classes().stream().filter(one -> !one.room().equals(room))
                    .flatMap(one -> one.references().stream().filter(used -> used.startsWith("org.assay." + room + ".")
                            && !stated.contains(BuiltClass.packageOf(used))).map(used -> one.name() + " uses " + used))
                    .toList());
        }
    }

    @Test
    void noPackageIsAHall() {
        Map<String, Integer> sizes = packageSizes();
        Set<String> large = sizes.keySet().stream().filter(one -> sizes.get(one) > MAX_MIXED_CLASSES).collect(Collectors.toSet());
        assertEquals(OF_ONE_KIND.keySet(), large, "packages of more than " + MAX_MIXED_CLASSES + " classes");
    }

    @Test
    void classesLeadBackToThemselvesInPairsAtMost() {
        assertEquals(List.of(), house.rooms().stream().flatMap(room -> cycles(room).stream()).filter(one -> one.size() > 2).toList());
    }

    /** The table of packages that ARCHITECTURE.md names; nothing is asserted about it. */
    @Test
    void theTableOfPackagesIsWritten() throws IOException {
        StringBuilder table = new StringBuilder();
        packageSizes().forEach((one, size) -> table.append(String.format("%4d  %s%n", size, one)));
        table.append(String.format("%nCycles of classes within a room:%n"));
        house.rooms().forEach(room -> cycles(room).forEach(cycle -> table.append(String.format("%4d  %s%n", cycle.size(),
                cycle.stream().map(one -> one.substring("org.assay.".length())).collect(Collectors.joining(" "))))));
        Path folder = Files.createDirectories(house.root().resolve("bundles/org.assay.architecture.tests/target"));
        Files.writeString(folder.resolve("packages.txt"), table);
    }

    private static Map<String, Integer> packageSizes() {
        return house.classes().stream().map(BuiltClass::topLevel).distinct()
                .collect(Collectors.groupingBy(BuiltClass::packageOf, TreeMap::new, Collectors.summingInt(_ -> 1)));
    }

    /**
     * The cycles of classes in a room, but for those that are meant: a sealed type names its cases and they name it; the program names its
     * commands and they name it.
     */
    private static List<Set<String>> cycles(String room) {
        Map<String, Set<String>> graph = house.graph(room);
        house.of(room).forEach(one -> one.permitted().stream().map(BuiltClass::topLevel).forEach(graph.get(one.topLevel())::remove));
        graph.getOrDefault("org.assay.cli.AssayCommand", new TreeSet<>()).removeIf(used -> used.endsWith("Command"));
        return Cycles.in(graph);
    }
}
