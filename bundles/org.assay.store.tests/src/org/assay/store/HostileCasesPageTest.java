package org.assay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.assay.testkit.Checkout;
import org.junit.jupiter.api.Test;

/** What {@code docs/hostile-cases.md} says is shown by tests that are there. */
class HostileCasesPageTest {

    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*Test)\\.(\\w+)`");

    @Test
    void eachTestThatThePageNamesIsThere() throws IOException {
        List<MatchResult> named = TEST.matcher(Files.readString(Checkout.find("docs/hostile-cases.md"))).results().toList();
        assertTrue(named.size() > 30, named.size() + " tests are named");
        List<Path> sources = sources();
        List<String> missing = new ArrayList<>();
        for (MatchResult test : named) {
            Path source = sources.stream().filter(file -> file.endsWith(test.group(1) + ".java")).findFirst().orElseThrow(
                    () -> new AssertionError("no class " + test.group(1)));
            if (!Files.readString(source).contains("void " + test.group(2) + "(")) {
                missing.add(test.group());
            }
        }
        assertEquals(List.of(), missing);
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        try (Stream<Path> bundles = Files.list(Checkout.find("bundles"))) {
            for (Path bundle : bundles.filter(folder -> folder.toString().endsWith(".tests")).toList()) {
                try (Stream<Path> files = Files.walk(bundle.resolve("src"))) {
                    files.filter(file -> file.toString().endsWith("Test.java")).forEach(sources::add);
                }
            }
        }
        return sources;
    }
}
