package org.assay.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What things are called, and how they are made. The lists are exact, so that what is mended leaves them. */
class NamesTest {

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
        assertEquals(Map.of(), rooms);
    }

    /** A shorter constructor fills in what its caller forgot. */
    @Test
    void recordsHaveOneConstructor() {
        assertEquals(List.of(), house.classes().stream().filter(one -> one.isRecord() && one.constructors() > 1).map(BuiltClass::name)
                .toList());
    }

    /** What is learnt to read of files and keys makes these longer; whoever makes one by its methods need not know. */
    @Test
    void recordsThatGrowAreMadeByTheirMethods() {
        Pattern made = Pattern.compile("\\bnew (FileDetails|Signature|KeyItem)\\(");
        assertEquals(List.of(), house.sources().entrySet().stream().filter(source -> made.matcher(source.getValue()).results()
                .anyMatch(one -> !source.getKey().endsWith(one.group(1) + ".java"))).map(Map.Entry::getKey).toList());
    }

    /** {@code .formatted} binds closer than {@code +}: the first half of such a text would be shown with its {@code %s}. */
    @Test
    void noSentenceIsFormattedByHalf() {
        Pattern half = Pattern.compile("%[^\"\\n]*\"\\s*(?:\\+\\s*\"[^\"\\n]*\"\\s*)+\\.formatted\\(");
        assertEquals(List.of(), house.sources().entrySet().stream().filter(source -> half.matcher(source.getValue()).find())
                .map(Map.Entry::getKey).toList());
    }

    /** What is stored, hashed or sorted for a file must not change when somebody sorts the constants. */
    @Test
    void belowTheWorkbenchNoConstantIsCounted() {
        Pattern counted = Pattern.compile("[.:]ordinal\\b");
        assertEquals(List.of(), house.sources().entrySet().stream()
                .filter(source -> !source.getKey().getName(1).toString().startsWith("org.assay.ui"))
                .filter(source -> counted.matcher(source.getValue()).find()).map(Map.Entry::getKey).toList());
    }
}
