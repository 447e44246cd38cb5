package org.assay.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** Sentences of the rooms below the command line are shown by the workbench, too: they name no command and no option of it. */
class CommandLineTextTest {

    /** The command line itself, the demo that is told there, and what is not shipped. */
    private static final Set<String> ABOVE = Set.of("cli", "demo", "testkit");

    /** A command, but not the heading of a format of ours, as {@code assay seal 1}; an option in its long form. */
    private static final Pattern COMMAND_LINE = Pattern.compile("\\bassay [a-z-]++(?! \\d)|(?<![-\\w])--[a-z]");

    /** Those that may, and why. */
    private static final Map<String, String> MAY = Map.of(
            "org.assay.remedy.ReadmeText", "tells a team what to type",
            "org.assay.remedy.Routing", "writes how plan.json names who carries a step out",
            "org.assay.remedy.offline.PlanFile", "reads how plan.json names who carries a step out",
            "org.assay.custody.Token", "sets up the provider of Java, whose settings are joined by a name with dashes before it",
            "org.assay.startup.text.NamedPaths", "knows options of other programs",
            "org.assay.startup.format.EnvironmentHooks", "knows options of other programs");

    @Test
    void noSentenceBelowTheCommandLineNamesACommandOrAnOption() {
        Map<String, Set<String>> found = new TreeMap<>();
        for (BuiltClass one : House.built().classes()) {
            one.literals().stream().filter(text -> !ABOVE.contains(one.room()) && COMMAND_LINE.matcher(text).find())
                    .forEach(text -> found.computeIfAbsent(one.topLevel(), _ -> new TreeSet<>()).add(text));
        }
        Set<String> unused = new TreeSet<>(MAY.keySet());
        unused.removeAll(found.keySet());
        assertEquals(Set.of(), unused, "these need no exception any more");
        found.keySet().removeAll(MAY.keySet());
        assertEquals(Map.of(), found, "the command line says how it is called, in cli");
    }
}
