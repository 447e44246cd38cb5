package org.assay.capture.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import org.assay.model.Location;

class KeySetTest {

    private static final MachineNames NAMES = new MachineNames(Optional.of("CONTROLSET001"),
            Map.of("S-1-5-21-1", "ann", "S-1-5-21-2", "S-1-5-21-1_Classes", "S-1-5-21-3", "Ann"));

    /** What the set does, done with whole locations. */
    @Property
    void itKnowsWhichKeysMeetWhenTheyAreMadeNormal(@ForAll("keys") List<Location> keys) {
        KeySet seen = new KeySet();
        KeySet repeated = seen.sibling();
        Set<String> identities = new HashSet<>();
        Map<String, Integer> counts = new HashMap<>();
        for (Location key : keys) {
            Location place = MachineNames.NONE.normal(key);
            boolean first = seen.add(place);
            assertEquals(identities.add(RegistryPlace.identity(place)), first, key.text());
            if (!first) {
                repeated.add(place);
            }
            counts.merge(RegistryPlace.identity(NAMES.normal(key)), 1, Integer::sum);
        }
        KeySet met = repeated.normal(NAMES);
        seen.meet(NAMES, met);
        for (Location key : keys) {
            Location normal = NAMES.normal(key);
            assertEquals(counts.get(RegistryPlace.identity(normal)) > 1, met.contains(normal), key.text());
        }
    }

    @Provide
    Arbitrary<List<Location>> keys() {
        Arbitrary<String> name = Arbitraries.of("", "SYSTEM", "System", "ControlSet001", "ControlSet002", "CurrentControlSet", "S-1-5-18",
                "S-1-5-21-1", "s-1-5-21-1_Classes", "S-1-5-21-2", "S-1-5-21-2_Classes", "S-1-5-21-3", ".DEFAULT", "ann", "ANN",
                "Software", "Classes", "a", "A");
        return Arbitraries.of("HKLM", "HKU", "HKCU").flatMap(root -> name.list().ofMaxSize(5).map(rest -> {
            List<String> all = new ArrayList<>(List.of(root));
            all.addAll(rest);
            return Location.key(all.toArray(String[]::new));
        })).list().ofMaxSize(60);
    }

    @Test
    void aLargeSetHoldsEachKeyOnce() {
        KeySet keys = new KeySet();
        for (int round = 0; round < 2; round++) {
            for (int at = 0; at < 10_000; at++) {
                assertEquals(round == 0, keys.add(Location.key("HKLM", "Key" + at % 100, "key" + at)));
            }
        }
        assertEquals(false, keys.contains(Location.key("HKLM", "Key1", "key2")));
    }
}
