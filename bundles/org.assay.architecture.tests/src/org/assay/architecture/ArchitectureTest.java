package org.assay.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules of the house, over the built classes and manifests. ARCHITECTURE.md gives their reasons. */
class ArchitectureTest {

    private static final int MAX_LINES = 450;
    private static final int MAX_WIDTH = 140;

    /** What each room may import of the others: the way of the data, and nothing against it. */
    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("model", Set.of()),
            Map.entry("registry", Set.of()),
            Map.entry("content", Set.of("model")),
            Map.entry("capture", Set.of("model", "registry", "content")),
            Map.entry("startup", Set.of("model", "content")),
            Map.entry("store", Set.of("model")),
            Map.entry("compare", Set.of("model", "content")),
            Map.entry("custody", Set.of("model")),
            Map.entry("fleet", Set.of("model")),
            Map.entry("incident", Set.of("model", "content", "remedy")),
            Map.entry("remedy", Set.of("model", "registry")),
            Map.entry("demo", Set.of("model")),
            Map.entry("app", Set.of("model", "registry", "content", "capture", "startup", "store", "compare", "custody", "fleet",
                    "incident", "remedy", "demo")),
            Map.entry("cli", Set.of("model", "app")),
            Map.entry("ui", Set.of("model", "app")),
            Map.entry("testkit", Set.of("model", "registry", "capture", "startup", "store", "compare", "custody", "fleet",
                    "incident", "remedy", "demo", "app")));

    private static House house;

    @BeforeAll
    static void readTheHouse() {
        house = House.built();
    }

    @Test
    void everyRoomIsBuiltAndKnown() {
        assertEquals(new TreeSet<>(ALLOWED.keySet()), new TreeSet<>(house.rooms()));
        for (String room : house.rooms()) {
            assertTrue(house.of(room).findAny().isPresent(), room + " has no classes");
        }
    }

    @Test
    void roomsImportOnlyWhatTheyMay() {
        assertNone(house.classes().stream().flatMap(one -> one.references().stream()
                .filter(used -> used.startsWith("org.assay."))
                .map(used -> used.split("\\.")[2])
                .filter(room -> !room.equals(one.room()) && !ALLOWED.get(one.room()).contains(room))
                .map(room -> one.name() + " uses " + room)));
    }

    @Test
    void roomsFormNoCycle() {
        Map<String, Set<String>> left = new TreeMap<>(ALLOWED);
        while (!left.isEmpty()) {
            Set<String> leaves = left.entrySet().stream().filter(room -> room.getValue().stream().noneMatch(left::containsKey))
                    .map(Map.Entry::getKey).collect(Collectors.toSet());
            assertFalse(leaves.isEmpty(), "a cycle among " + left.keySet());
            leaves.forEach(left::remove);
        }
    }

    @Test
    void everyClassLiesInItsRoomsPackages() {
        assertNone(house.classes().stream()
                .filter(one -> !(BuiltClass.packageOf(one.name()) + ".").startsWith("org.assay." + one.room() + "."))
                .map(BuiltClass::name));
    }

    @Test
    void nothingBelowTheRimKnowsEclipse() {
        assertNone(uses(one -> !one.room().equals("ui"), used -> used.startsWith("org.eclipse.") || used.startsWith("org.osgi.")));
    }

    @Test
    void presentersKnowNoWidgets() {
        assertNone(uses(one -> one.name().matches(".*Presenter(\\$.*)?"), used -> used.startsWith("org.eclipse.swt.")
                || used.startsWith("org.eclipse.jface.") || used.startsWith("org.eclipse.ui.") || used.contains(".nattable.")));
    }

    @Test
    void nothingUsesInternalPackages() {
        assertNone(uses(_ -> true, used -> BuiltClass.packageOf(used).contains("internal")));
    }

    @Test
    void theModelAndTheRegistryStandAlone() {
        assertNone(uses(one -> Set.of("model", "registry").contains(one.room()), used -> !used.startsWith("org.assay.")
                && !Set.of("java.lang", "java.util", "java.io", "java.nio", "java.time", "java.security", "java.math", "java.text")
                        .stream().anyMatch(used::startsWith)));
    }

    @Test
    void eachForeignThingHasOneRoom() {
        assertNone(uses(one -> !one.room().equals("store"), used -> used.startsWith("java.sql.") || used.startsWith("javax.sql.")
                || used.startsWith("org.h2.")));
        assertNone(uses(one -> !Set.of("content", "custody").contains(one.room()), used -> used.startsWith("org.bouncycastle.")));
        assertNone(uses(one -> !one.room().equals("cli"), used -> used.startsWith("picocli.")));
        assertNone(uses(one -> !one.room().equals("capture"), used -> used.equals("java.lang.foreign.Linker")));
        assertNone(uses(one -> !Set.of("cli", "testkit").contains(one.room()), used -> used.equals("java.lang.ProcessBuilder")
                || used.equals("java.lang.Process")));
    }

    /** Evidence may lie in an image or an archive: only what reads the file systems of this machine knows their paths. */
    @Test
    void evidenceHasNoPathsButOnFileSystemsOfThisMachine() {
        Set<String> machine = Set.of("org.assay.capture.file.LocalPath", "org.assay.capture.file.ExactName",
                "org.assay.capture.linux.LinuxMounts", "org.assay.model.casefile.OwnerOnly");
        assertNone(uses(one -> Set.of("capture", "registry", "model", "content", "startup", "compare").contains(one.room())
                && !machine.contains(one.topLevel()) && !one.name().startsWith("org.assay.capture.nio."),
                used -> Set.of("java.nio.file.Path", "java.nio.file.Paths", "java.nio.file.Files", "java.io.File",
                        "java.nio.channels.FileChannel").contains(used)));
    }

    @Test
    void onlyTheCommandLinePrints() {
        assertNone(house.classes().stream().filter(one -> !one.room().equals("cli"))
                .flatMap(one -> one.members().stream()
                        .filter(member -> member.equals("java.lang.System.out") || member.equals("java.lang.System.err")
                                || member.endsWith(".printStackTrace"))
                        .map(member -> one.name() + " uses " + member)));
    }

    @Test
    void nothingIsStaticAndMutable() {
        assertNone(house.classes().stream().flatMap(one -> one.model().fields().stream()
                .filter(field -> field.flags().has(AccessFlag.STATIC) && !field.flags().has(AccessFlag.FINAL)
                        && !field.flags().has(AccessFlag.SYNTHETIC))
                .map(field -> one.name() + "." + field.fieldName().stringValue())));
    }

    @Test
    void nothingIsASingleton() {
        assertNone(house.classes().stream().flatMap(one -> one.model().methods().stream()
                .filter(method -> method.methodName().equalsString("getInstance"))
                .map(_ -> one.name())));
    }

    @Test
    void namesSayWhatAThingIs() {
        Pattern empty = Pattern.compile(".*(Manager|Util|Utils|Helper|Impl)(\\$.*)?");
        assertNone(house.classes().stream().map(BuiltClass::name).filter(name -> empty.matcher(name).matches()));
    }

    @Test
    void manifestsOpenNoBackDoors() {
        for (String room : house.rooms()) {
            Attributes manifest = house.manifest("org.assay." + room);
            assertEquals("org.assay." + room, manifest.getValue("Bundle-SymbolicName").split(";")[0]);
            assertFalse(manifest.containsKey(new Attributes.Name("Bundle-Activator")), room + " has an activator");
            assertFalse(manifest.getValue("Require-Bundle") != null && manifest.getValue("Require-Bundle").contains("reexport"), room);
            assertFalse(manifest.getValue("Export-Package") != null && manifest.getValue("Export-Package").contains("x-friends"), room);
            assertEquals("JavaSE-25", manifest.getValue("Bundle-RequiredExecutionEnvironment"), room);
        }
    }

    @Test
    void noErrorVanishes() {
        Pattern silent = Pattern.compile("catch \\([^)]*\\) *\\{\\s*(//[^\\n]*\\s*)*\\}");
        assertNone(house.sources().entrySet().stream().filter(source -> silent.matcher(source.getValue()).find())
                .map(source -> source.getKey().toString()));
    }

    @Test
    void noClassOutgrowsItsRoom() {
        assertNone(house.sources().entrySet().stream().filter(source -> source.getValue().lines().count() > MAX_LINES)
                .map(source -> source.getKey().toString()));
    }

    @Test
    void noLineIsWiderThanThePage() {
        assertNone(house.sources().entrySet().stream()
                .filter(source -> source.getValue().lines().anyMatch(line -> line.length() > MAX_WIDTH))
                .map(source -> source.getKey().toString()));
    }

    private static Stream<String> uses(Predicate<BuiltClass> by, Predicate<String> what) {
        return house.classes().stream().filter(by)
                .flatMap(one -> one.references().stream().filter(what).map(used -> one.name() + " uses " + used));
    }

    private static void assertNone(Stream<String> offences) {
        assertEquals(List.of(), offences.distinct().toList());
    }
}
