package org.assay.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What things are called, and how they are made. The lists are exact, so that what is mended leaves them. */
class NamesTest {

    /** Names that classes of several rooms share because they are the same idea. */
    private static final Set<String> SAME_IDEA = Set.of("RegistryText");

    /** Records that have several constructors still: who leaves one out does not see what is filled in. */
    private static final Set<String> SEVERAL_CONSTRUCTORS = Set.of(
            "org.assay.startup.command.LaunchTarget$Decided",
            "org.assay.startup.command.LaunchTarget$Program",
            "org.assay.startup.command.Origin",
            "org.assay.startup.match.StartupMatch",
            "org.assay.startup.match.StartupMatch$Start$Names",
            "org.assay.startup.text.LittleEndian");

    private static House house;

    @BeforeAll
    static void readTheHouse() {
        house = House.built();
    }

    @Test
    void classesOfDifferentRoomsShareNoName() {
        Map<String, Set<String>> rooms = new TreeMap<>();
        house.classes().stream().filter(one -> one.name().equals(one.topLevel()))
                .forEach(one -> rooms.computeIfAbsent(one.name().substring(one.name().lastIndexOf('.') + 1), _ -> new TreeSet<>())
                        .add(one.room()));
        rooms.values().removeIf(one -> one.size() == 1);
        assertEquals(new TreeSet<>(SAME_IDEA), rooms.keySet(), () -> "names and their rooms: " + rooms);
    }

    @Test
    void recordsHaveOneConstructor() {
        assertEquals(new TreeSet<>(SEVERAL_CONSTRUCTORS), house.classes().stream()
                .filter(one -> one.isRecord() && one.constructors() > 1).map(BuiltClass::name)
                .collect(Collectors.toCollection(TreeSet::new)));
    }
}
