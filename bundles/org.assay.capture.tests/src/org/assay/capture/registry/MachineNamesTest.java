package org.assay.capture.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.assay.model.Location;

class MachineNamesTest {

    private static final MachineNames NAMES = new MachineNames(Optional.of("CONTROLSET002"), Map.of("S-1-5-21-1-2-3-1001", "ann"));

    @ParameterizedTest
    @CsvSource({
            "HKLM\\SYSTEM\\ControlSet002\\Services, HKLM\\SYSTEM\\CurrentControlSet\\Services",
            "HKLM\\system\\controlset002, HKLM\\system\\CurrentControlSet",
            "HKLM\\SYSTEM\\ControlSet001, HKLM\\SYSTEM\\ControlSet001", "HKLM\\SYSTEM\\ControlSet0021, HKLM\\SYSTEM\\ControlSet0021",
            "HKLM\\SOFTWARE\\ControlSet002, HKLM\\SOFTWARE\\ControlSet002", "HKU\\ControlSet002, HKU\\ControlSet002",
            "HKU\\S-1-5-21-1-2-3-1001\\x, HKU\\ann\\x", "HKU\\s-1-5-21-1-2-3-1001, HKU\\ann",
            "HKU\\S-1-5-21-1-2-3-1001_Classes\\x, HKU\\ann\\Software\\Classes\\x",
            "HKU\\S-1-5-21-1-2-3-1002_classes, HKU\\S-1-5-21-1-2-3-1002\\Software\\Classes",
            "HKU\\S-1-5-18\\x, HKU\\.DEFAULT\\x", "HKU\\S-1-5-19, HKU\\S-1-5-19", "HKU\\S-1-5-20, HKU\\S-1-5-20",
            "HKU\\bob_Classes, HKU\\bob_Classes", "HKU\\_Classes, HKU\\_Classes", "HKU, HKU", "HKCU\\S-1-5-18, HKCU\\S-1-5-18" })
    void aLocationGetsTheNameItHasOnEveryMachine(String raw, String normal) {
        assertEquals(normal, NAMES.normal(Location.key(raw.split("\\\\"))).text());
    }

    @Property
    void whatIsMadeNormalInTwoStepsIsTheSame(@ForAll("keys") List<String> names) {
        Location key = Location.key(names.toArray(String[]::new));
        assertEquals(NAMES.normal(key), NAMES.normal(MachineNames.NONE.normal(key)));
    }

    @Property
    void whatIsNormalStaysAsItIs(@ForAll("keys") List<String> names) {
        Location normal = NAMES.normal(Location.key(names.toArray(String[]::new)));
        assertEquals(normal, NAMES.normal(normal));
    }

    @Provide
    Arbitrary<List<String>> keys() {
        Arbitrary<String> name = Arbitraries.of("", "\\", "/", "x\\", "\\/", "a\\/b", "SYSTEM", "System", "ControlSet002",
                "ControlSet002\\", "S-1-5-18", "S-1-5-21-1-2-3-1001", "S-1-5-21-1-2-3-1001_Classes", "s-1-5-21-1-2-3-1001/",
                "_Classes", "ann", "\u017f", "i");
        return Arbitraries.of("HKLM", "HKU", "HKCU").flatMap(root -> name.list().ofMaxSize(4).map(rest -> {
            List<String> all = new ArrayList<>(List.of(root));
            all.addAll(rest);
            return all;
        }));
    }
}
