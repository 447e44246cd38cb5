package org.assay.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The workbench's texts lie in properties files: every key that is used is there, and every one that is there is used. */
class TextsTest {

    private static final String UI = "bundles/org.assay.ui/";
    private static final Pattern KEY = Pattern.compile("Texts\\.of\\(\\s*\"([^\"]+)\"");
    private static final Pattern COUNTED = Pattern.compile("\\b(?:count|part)\\([^;\"]*\"([a-z ]+)\"\\)");
    private static final Pattern PLUGIN_KEY = Pattern.compile("\"%([^\"]+)\"");
    private static final Pattern PLUGIN_TEXT = Pattern.compile(" (?:label|tooltip|mnemonic)=\"(?!%)[^\"]+\"|"
            + "<(?:view|command|perspective) [^>]*\\bname=\"(?!%)");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)");
    private static final Pattern LITERAL = Pattern.compile("set(?:Text|ToolTipText|Message|Title)\\(\"[^\"]*[A-Za-z]");

    private static final Pattern FORMATTED = Pattern.compile("\"[^\"\n]*%[\\d,.]*[a-z][^\"\n%]*[a-z]{2}[^\"\n]*\"\\.formatted");

    private static Path root;
    private static Map<Path, String> sources;

    @BeforeAll
    static void readTheHouse() {
        House house = House.built();
        root = house.root();
        sources = house.sources().entrySet().stream().filter(source -> source.getKey().startsWith(UI))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Set<String> keys(String file) throws IOException {
        return new TreeSet<>(texts(file).stringPropertyNames());
    }

    private static Properties texts(String file) throws IOException {
        Properties texts = new Properties();
        try (Reader in = Files.newBufferedReader(root.resolve(UI + file))) {
            texts.load(in);
        }
        assertTrue(texts.values().stream().noneMatch(text -> String.valueOf(text).isBlank()));
        return texts;
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.groupCount() == 0 ? match.group() : match.group(1));
    }

    @Test
    void everyTextThatTheCodeAsksForIsThere() throws IOException {
        Set<String> asked = sources.values().stream().flatMap(text -> Stream.concat(found(KEY, text),
                found(COUNTED, text).map(noun -> "count." + noun))).collect(Collectors.toCollection(TreeSet::new));
        assertTrue(asked.size() > 80, asked.toString());
        asked.remove("count.");
        asked.removeAll(keys("src/org/assay/ui/text/texts.properties"));
        assertEquals(Set.of(), asked);
    }

    @Test
    void everyTextThatIsThereIsAskedFor() throws IOException {
        String all = String.join("\n", sources.values());
        List<String> unused = keys("src/org/assay/ui/text/texts.properties").stream()
                .filter(key -> !all.contains('"' + key + '"') && !all.contains('"' + key.replaceFirst("^count\\.", "") + "\")")).toList();
        assertEquals(List.of(), unused);
    }

    @Test
    void thePluginsTextsAreThoseOfItsPropertiesAndNoOthers() throws IOException {
        String plugin = Files.readString(root.resolve(UI + "plugin.xml"));
        assertEquals(keys("plugin.properties"), found(PLUGIN_KEY, plugin).collect(Collectors.toCollection(TreeSet::new)));
        assertEquals(List.of(), found(PLUGIN_TEXT, plugin).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = { "src/org/assay/ui/text/texts", "plugin" })
    void theTranslationHasEveryTextWithTheSamePlaces(String name) throws IOException {
        Properties english = texts(name + ".properties");
        Properties german = texts(name + "_de.properties");
        assertEquals(keys(name + ".properties"), keys(name + "_de.properties"));
        for (String key : english.stringPropertyNames()) {
            assertEquals(places(english.getProperty(key)), places(german.getProperty(key)), key);
        }
    }

    private static Set<String> places(String text) {
        return found(PLACE, text).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void noTextStandsInTheCodeOfAWidget() {
        assertEquals(List.of(), sources.values().stream().flatMap(text -> Stream.concat(found(LITERAL, text), found(FORMATTED, text)))
                .toList());
    }
}
