package org.assay.startup.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a shell makes of its text: words, variables, wildcards (POSIX.1-2017, Shell Command Language; bash(1)). */
class ShellTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '^', quoteCharacter = '`', value = {
        "a b;c ^ [[a, b], [c]]",
        "path=(/a $path) ^ [[path=/a:$path]]",
        "set path = ( /a $path ) ^ [[set, path, =, /a:$path]]",
        "$'\\x2fa\\057b' c ^ [[/a/b, c]]",
        "(a) ^ [[a]]"})
    void wordsAreCutAsTheShellDoes(String text, String expected) {
        assertEquals(expected, ShellText.commands(text).toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '^', quoteCharacter = '`', value = {
        "A=/a; $A/b ^ /a/b",
        "A=/a; B=${A}/b; $B ^ /a/b",
        "${A:-/a} ^ /a",
        ": ${A:=/a}; $A ^ /a",
        "$HOME/a ^ ~/a",
        "${A#x} ^ ${A#x}",
        "A=$A$A; $A ^ $A$A"})
    void variablesAreFilledInAsFarAsTheTextTells(String text, String last) {
        ShellState state = new ShellState(List.of());
        assertEquals(last, ShellText.commands(text).stream().map(state::take).toList().getLast().getFirst());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '^', quoteCharacter = '`', value = {"a* ^ abc ^ true", "a?c ^ abc ^ true", "[a-c]x ^ bx ^ true",
        "[!a]x ^ ax ^ false", "[a ^ [a ^ true", "* ^ .a ^ false", "a*b*c ^ axxbxx ^ false", "x[1].so ^ x[1].so ^ true"})
    void wildcardsMatchNames(String glob, String name, boolean expected) {
        assertEquals(expected, new ShellGlob(glob).test(name));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '^', quoteCharacter = '`', value = {"& $env:A\\x ^ & %A%\\x", "& ${env:A} ^ & %A%",
        "$x='C:\\a';& $x\\b ^ C:\\a='C:\\a';& C:\\a\\b", "set a=b&%a%!A! ^ set a=b&bb", "'C:\\a'+'b' ^ 'C:\\ab'"})
    void scriptsOfWindowsArePutTogether(String text, String expected) {
        assertEquals(text + "\n" + expected, ScriptText.with(text));
    }

    @Test
    void hostileTextsEnd() {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertTrue(ShellGlob.alternatives("{a,b}".repeat(2000)).size() <= 32);
            assertEquals(false, new ShellGlob("*a".repeat(2000)).test("a".repeat(2000) + "b"));
            ShellState state = new ShellState(List.of());
            for (int at = 0; at < 200; at++) {
                state.take(List.of("A=$A$A$A".repeat(100)));
                state.take(List.of("PATH=$PATH:/" + at + ":$PATH"));
            }
            ScriptText.with("set a=%a%%a%&$a='$a$a';$b = \"$a$b\"".repeat(5000));
            ScriptText.with("'+'".repeat(50_000) + "$env:".repeat(50_000) + "set ".repeat(50_000));
            EncodedText.with("A".repeat(100_000) + " " + "\\x41".repeat(100_000) + "41".repeat(100_000));
        });
    }
}
