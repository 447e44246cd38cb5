package org.assay.ui.presenter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.assay.model.Location;
import org.assay.model.snapshot.Glob;
import org.assay.model.text.Space;

class LocationNeedleTest {

    /** Letters that are near to each other in one way or another: by case, by what they fold to, by how they are shown. */
    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withChars('a', 'A', 'k', 'K', '\u212a', 's', '\u017f', '.', '/', '\\', '[', '\u0007', 'x', '0', '7', '1')
                .ofMaxLength(5);
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.strings()
                .withChars('a', 'K', 's', '.', '*', '?', '/', '\\', 'x', '0', '7', ' ', '[').ofMinLength(1).ofMaxLength(6);
    }

    @Property(tries = 5000)
    void itSaysWhatThePatternSays(@ForAll @Size(min = 1, max = 4) List<@From("names") String> names, @ForAll("patterns") String text) {
        List<String> path = new ArrayList<>(List.of("C:"));
        path.addAll(names);
        for (Space space : Space.values()) {
            Location location = new Location(space, path);
            LocationPattern.glob(text).ifPresent(glob -> assertEquals(glob.matches(location), LocationNeedle.of(glob, text).test(location),
                    () -> text + " at " + location));
        }
    }

    @Property(tries = 1000)
    void plainTextIsFoundAnywhere(@ForAll("names") String name, @ForAll("patterns") String text) {
        Location location = new Location(Space.VALUE, List.of("HKLM", "Software", name, ""));
        Glob anywhere = new Glob("**" + text + "**");
        assertEquals(anywhere.matches(location), LocationNeedle.of(anywhere, text).test(location));
    }
}
