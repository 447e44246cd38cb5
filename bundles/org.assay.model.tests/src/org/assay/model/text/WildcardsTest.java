package org.assay.model.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WildcardsTest {

    /** Letters and some that share their case: K and the Kelvin sign, s and the long s, the Turkish i; and what is special in a regex. */
    private static final String[] LETTERS = {"a", "A", "b", "k", "\u212a", "s", "\u017f", "i", "\u0130", "\u0131", "\u00e9", "\u00c9",
        "\ud83d\ude00", "\ud801\udc00", "\ud801\udc28", "{", "}", "[", ".", "^", ":", " "};

    @Property(tries = 20_000)
    void aTextMatchesAsByARegularExpression(@ForAll("patterns") String pattern, @ForAll("texts") String text) {
        assertSame(pattern, text);
    }

    @Property(tries = 5_000)
    void aTextMadeFromThePatternMatchesAsByARegularExpression(@ForAll("patterns") String pattern, @ForAll("texts") String filling) {
        assertSame(pattern, pattern.replace("**", filling).replace("*", filling.replace("/", "")).replace("?", "x").replace('\\', '/'));
    }

    private static void assertSame(String pattern, String text) {
        Matcher expected = regularExpression(pattern).matcher(text);
        Wildcards.Outcome actual = new Wildcards(pattern).match(text);
        assertEquals(expected.matches(), actual.matches(), () -> pattern + " on " + text);
        assertEquals(expected.matches() || expected.hitEnd(), actual.mayContinue(), () -> pattern + " at the beginning, on " + text);
    }

    @Provide
    Arbitrary<String> patterns() {
        return joined("*", "**", "?", "/", "\\");
    }

    @Provide
    Arbitrary<String> texts() {
        return joined("/", "/", String.valueOf(Wildcards.INSIDE));
    }

    /** Up to nine of the usual letters, of these and of the unusual ones. */
    private static Arbitrary<String> joined(String... more) {
        return Arbitraries.oneOf(Arbitraries.of("a", "b"), Arbitraries.of(more), Arbitraries.of(LETTERS)).list().ofMaxSize(9)
                .map(parts -> String.join("", parts));
    }

    /** What a pattern means, in time that has no bound. */
    private static Pattern regularExpression(String pattern) {
        StringBuilder regex = new StringBuilder();
        int[] characters = pattern.codePoints().toArray();
        for (int at = 0; at < characters.length; at++) {
            boolean twice = characters[at] == '*' && at + 1 < characters.length && characters[at + 1] == '*';
            regex.append(switch (characters[at]) {
                case '*' -> twice ? ".*" : "[^/]*";
                case '?' -> "[^/]";
                case '/', '\\' -> "[/" + Wildcards.INSIDE + "]";
                default -> Pattern.quote(Character.toString(characters[at]));
            });
            at += twice ? 1 : 0;
        }
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"**n**n**n**n**z", "*n*n*n*n*z", "**n*n**n*n**z", "**nn**nn**?**z", "*******************z",
        "?*?*?*?*?*?*?*?*?*z"})
    void theWorkIsAtMostThePatternTimesTheText(String pattern) {
        String name = "n".repeat(255);
        for (String text : new String[] {name, (name + '/').repeat(100)}) {
            Wildcards.Outcome outcome = new Wildcards(pattern).match(text);
            assertFalse(outcome.matches());
            assertTrue(outcome.steps() <= (pattern.length() + 1L) * text.length(), () -> outcome.steps() + " steps for " + pattern);
        }
    }

    @Test
    void aTextThatCannotMatchAnyMoreIsLeftEarly() {
        assertTrue(new Wildcards("C:/WINDOWS/**").match("D:/" + "x".repeat(10_000)).steps() <= 2);
    }

    @Test
    void aLongPatternIsReadToItsEnd() {
        String text = "a/".repeat(10_000);
        assertTrue(new Wildcards(text).match(text).matches());
        assertFalse(new Wildcards(text).match(text + "a").matches());
        assertTrue(new Wildcards(text + "**").match(text).matches());
    }

    @Test
    void aCharacterBeyondTheBasicPlaneIsOne() {
        assertTrue(new Wildcards("/a\ud83d\ude00?").match("/a\ud83d\ude00\ud83d\ude00").matches());
        assertFalse(new Wildcards("??").match("\ud83d\ude00").matches());
    }
}
