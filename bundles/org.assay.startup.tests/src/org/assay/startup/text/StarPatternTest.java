package org.assay.startup.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StarPatternTest {

    /** POSIX.1-2017, Shell Command Language, 2.13. */
    @ParameterizedTest
    @CsvSource({"a*b*c, aXbYbc, true", "a*b*c, aXbYb, false", "*, '', true", "'', '', true", "'', a, false", "**a, a, true",
        "a?c, abc, true", "a?c, ac, false", "[a-c]*, beta, true", "[!a-c]*, beta, false", "[ab, [ab, true", "*.sh, .sh, false",
        ".*, .sh, true", "*[0-9].conf, 10.conf, true", "*a, aab, false"})
    void aShellsPatternMatchesAsAShellDoes(String pattern, String name, boolean matches) {
        assertEquals(matches, new ShellGlob(pattern).test(name));
    }

    @Test
    void aPatternOfManyStarsTakesNoLongTime() {
        String name = "a".repeat(10_000);
        assertTimeout(Duration.ofSeconds(20), () -> assertFalse(new ShellGlob("*a".repeat(500) + "b").test(name)));
    }
}
