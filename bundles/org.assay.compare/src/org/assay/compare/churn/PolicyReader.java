package org.assay.compare.churn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Reads a policy (TOML 1.0). What is wrong is said with the line on which it stands. */
final class PolicyReader {

    private static final int MAX_LENGTH = 1 << 20;
    private static final Set<String> FIELDS = Set.of("name", "title", "markers", "rule");
    private static final Set<String> RULE_FIELDS = Set.of("glob", "kind", "why");

    private final String file;

    private PolicyReader(String file) {
        this.file = file;
    }

    /**
     * Reads it.
     *
     * @param file what to call the file in a message
     * @throws AssayException with {@link ErrorCode#WRONG_USAGE} when it is no policy
     */
    static ChurnPolicy read(String file, String text) {
        return new PolicyReader(file).read(text);
    }

    private ChurnPolicy read(String text) {
        if (text.length() > MAX_LENGTH) {
            throw wrong(1, "it is longer than " + MAX_LENGTH + " characters");
        }
        TomlParseResult root = Toml.parse(text);
        if (root.hasErrors()) {
            throw wrong(root.errors().getFirst().position().line(), root.errors().getFirst().getMessage());
        }
        requireKnown(root, FIELDS, 1);
        List<ChurnRule> rules = new ArrayList<>();
        TomlArray tables = value(root, "rule", TomlArray.class, 1);
        for (int at = 0; at < tables.size(); at++) {
            int line = tables.inputPositionOf(at).line();
            if (!(tables.get(at) instanceof TomlTable rule)) {
                throw wrong(line, "a rule is a table: [[rule]]");
            }
            rules.add(rule(rule, line));
        }
        List<String> markers = new ArrayList<>();
        if (root.contains("markers")) {
            TomlArray named = value(root, "markers", TomlArray.class, 1);
            for (int at = 0; at < named.size(); at++) {
                if (!(named.get(at) instanceof String marker)) {
                    throw wrong(named.inputPositionOf(at).line(), "a marker is a text");
                }
                markers.add(marker);
            }
        }
        return new ChurnPolicy(value(root, "name", String.class, 1), value(root, "title", String.class, 1), markers, rules);
    }

    private ChurnRule rule(TomlTable rule, int line) {
        requireKnown(rule, RULE_FIELDS, line);
        String kind = value(rule, "kind", String.class, line);
        String glob = value(rule, "glob", String.class, line);
        if (!glob.startsWith("/") && !glob.toUpperCase(Locale.ROOT).startsWith("HK")) {
            throw wrong(line(rule, "glob", line), "glob begins with / or with a root of the registry, not: " + glob);
        }
        ChurnKind churn = Arrays.stream(ChurnKind.values()).filter(one -> word(one).equals(kind)).findFirst()
                .orElseThrow(() -> wrong(line(rule, "kind", line), "kind is one of " + Arrays.stream(ChurnKind.values())
                        .map(PolicyReader::word).collect(Collectors.joining(", ")) + ", not: " + kind));
        return new ChurnRule(glob, churn, value(rule, "why", String.class, line), line);
    }

    private static String word(ChurnKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private void requireKnown(TomlTable table, Set<String> known, int line) {
        for (String key : table.keySet()) {
            if (!known.contains(key)) {
                throw wrong(line(table, key, line), "there is no field " + key + "; there are "
                        + known.stream().sorted().collect(Collectors.joining(", ")));
            }
        }
    }

    private <T> T value(TomlTable table, String key, Class<T> type, int line) {
        Object value = table.get(List.of(key));
        if (!type.isInstance(value)) {
            throw wrong(line(table, key, line), value == null ? "the field " + key + " is missing"
                    : key + (type == String.class ? " is a text" : " is a list"));
        }
        return type.cast(value);
    }

    private static int line(TomlTable table, String key, int otherwise) {
        return Optional.ofNullable(table.inputPositionOf(List.of(key))).map(TomlPosition::line).orElse(otherwise);
    }

    private AssayException wrong(int line, String what) {
        return new AssayException(ErrorCode.WRONG_USAGE, "the policy " + file + " cannot be read, line " + line + ": " + what);
    }
}
