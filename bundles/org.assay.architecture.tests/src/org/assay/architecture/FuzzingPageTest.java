package org.assay.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of {@code docs/fuzzing.md} against the fuzz targets in the sources, their seeds, and the tests that replay these. */
class FuzzingPageTest {

    private static final Pattern ROW = Pattern.compile("^\\| `([\\w.]+)` \\| `([\\w-]+)` \\| .+ \\| `(\\w+)` \\|$", Pattern.MULTILINE);
    /** A format in a list of all: {@code new Shortcut()}, {@code Crontab.ofUser()}, {@code new AideDatabase()}. */
    private static final Pattern FORMAT = Pattern.compile("(?:new )?\\b([A-Z]\\w+)(?:\\(|\\.of\\w+\\()");
    private static final String ENTRY_POINT = "public static void fuzzerTestOneInput(byte[] ";

    private static Path root;
    private static Map<Path, String> sources;
    private static List<Row> rows;

    /** A line of the table: the target's class, its folder of seeds, and the test that replays them. */
    private record Row(String target, String folder, String test) {

        String bundle() {
            return target.split("\\.")[2];
        }

        Path seeds() {
            return root.resolve("bundles/org.assay." + bundle() + ".tests/fuzz/" + folder);
        }

        boolean isReplayed() {
            String simple = target.substring(target.lastIndexOf('.') + 1);
            return sources.entrySet().stream()
                    .filter(source -> source.getKey().startsWith("bundles/org.assay." + bundle() + ".tests")
                            && source.getKey().endsWith(test + ".java"))
                    .anyMatch(source -> source.getValue().contains('"' + folder + '"') && source.getValue().contains(simple));
        }
    }

    @BeforeAll
    static void readThePage() throws IOException {
        House house = House.built();
        root = house.root();
        sources = house.sources();
        rows = ROW.matcher(Files.readString(root.resolve("docs/fuzzing.md"))).results()
                .map(row -> new Row(row.group(1), row.group(2), row.group(3))).toList();
    }

    @Test
    void thePageListsTheTargetsThatThereAre() {
        TreeSet<String> targets = sources.entrySet().stream()
                .filter(source -> source.getKey().toString().endsWith("Fuzz.java") && source.getValue().contains(ENTRY_POINT))
                .map(source -> className(source.getKey())).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(targets, rows.stream().map(Row::target).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** A format that comes into the list without a target fails here. */
    @ParameterizedTest
    @ValueSource(strings = { "StartupFormats", "SettingsFormats", "ListSource" })
    void everyFormatInAListOfThemHasATarget(String list) {
        String source = sources.entrySet().stream().filter(one -> one.getKey().endsWith(list + ".java")).findFirst().orElseThrow()
                .getValue();
        String all = source.substring(source.indexOf(" ALL = List.of("), source.indexOf(");", source.indexOf(" ALL = List.of(")));
        List<String> formats = FORMAT.matcher(all).results().map(one -> one.group(1)).distinct().toList();
        assertTrue(formats.size() > 1, all);
        List<String> targets = sources.entrySet().stream().filter(one -> one.getKey().toString().endsWith("Fuzz.java"))
                .map(Map.Entry::getValue).toList();
        assertEquals(List.of(), formats.stream().filter(format -> targets.stream().noneMatch(target -> tries(target, format, list)))
                .toList());
    }

    /** Whether a target makes the format, or goes through all that are in the list. */
    private static boolean tries(String target, String format, String list) {
        return target.matches("(?s).*\\b" + format + "[.(].*") || target.contains(list + ".ALL");
    }

    @Test
    void everyTargetStartsFromSeeds() {
        assertEquals(List.of(), rows.stream().filter(row -> !holdsFiles(row.seeds())).toList());
    }

    @Test
    void everyFolderOfSeedsBelongsToATarget() throws IOException {
        TreeSet<String> folders = new TreeSet<>();
        try (Stream<Path> bundles = Files.list(root.resolve("bundles"))) {
            for (Path fuzz : bundles.map(bundle -> bundle.resolve("fuzz")).filter(Files::isDirectory).toList()) {
                try (Stream<Path> seeds = Files.list(fuzz)) {
                    seeds.forEach(folder -> folders.add(root.relativize(folder).toString()));
                }
            }
        }
        assertEquals(folders, rows.stream().map(row -> root.relativize(row.seeds()).toString())
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyBuildReplaysTheSeeds() {
        assertEquals(List.of(), rows.stream().filter(row -> !row.isReplayed()).toList());
    }

    private static boolean holdsFiles(Path folder) {
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return files.findAny().isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String className(Path source) {
        String path = source.toString();
        return path.substring(path.indexOf("/src/") + "/src/".length(), path.length() - ".java".length()).replace('/', '.');
    }
}
