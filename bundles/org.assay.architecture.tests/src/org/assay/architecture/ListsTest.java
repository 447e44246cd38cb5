package org.assay.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.lang.reflect.AccessFlag;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is added by writing one class is in the list that it is found by: a class that nobody lists would never run, unnoticed. */
class ListsTest {

    @ParameterizedTest
    @CsvSource({ "org.assay.compare.rule.FindingRule, org.assay.compare.rule.Rules",
            "org.assay.capture.source.EvidenceSource, org.assay.capture.source.EvidenceSources",
            "org.assay.startup.catalogue.LocationKind, org.assay.startup.catalogue.LocationKinds",
            "org.assay.startup.format.StartupFormat, org.assay.startup.format.StartupFormats",
            "org.assay.startup.format.SettingsFormat, org.assay.startup.format.SettingsFormats" })
    void everyClassOfAKindIsInItsList(String kind, String list) {
        House house = House.built();
        Set<String> types = new HashSet<>(Set.of(kind));
        while (types.addAll(house.classes().stream().filter(one -> isBelow(one, types)).map(BuiltClass::name).toList())) {
            // Until nothing more extends or implements what is known.
        }
        List<BuiltClass> classes = house.classes().stream().filter(one -> types.contains(one.name()) && !one.model().flags().has(
                AccessFlag.ABSTRACT)).toList();
        assertFalse(classes.isEmpty(), "nothing is a " + kind);
        Set<String> listed = new HashSet<>();
        house.classes().stream().filter(one -> one.topLevel().equals(list)).forEach(one -> listed.addAll(one.references()));
        assertEquals(List.of(), classes.stream().map(BuiltClass::name).filter(name -> !listed.contains(name)).toList());
    }

    private static boolean isBelow(BuiltClass one, Set<String> types) {
        return one.supertypes().stream().anyMatch(types::contains);
    }
}
