package org.assay.compare.churn;

import java.util.List;
import java.util.Set;

import org.assay.compare.place.PlacePattern;
import org.assay.content.TomlFile;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;

/** Reads a policy (TOML 1.0). What is wrong is said with the line on which it stands. */
final class PolicyReader {

    private static final Set<String> FIELDS = Set.of("name", "title", "markers", "rule");
    private static final Set<String> RULE_FIELDS = Set.of("glob", "kind", "why");

    private PolicyReader() {
    }

    /**
     * Reads it.
     *
     * @param file what to call the file in a message
     * @throws AssayException with {@link ErrorCode#WRONG_USAGE} when it is no policy
     */
    static ChurnPolicy read(String file, String text) {
        TomlFile toml = new TomlFile("the policy", file);
        TomlFile.Part root = toml.parse(text, FIELDS);
        List<ChurnRule> rules = toml.tables(root, "rule", RULE_FIELDS).stream().map(rule -> new ChurnRule(PlacePattern.of(toml, rule),
                toml.word(rule, "kind", toml.text(rule, "kind"), ChurnKind.class), toml.text(rule, "why"), rule.line())).toList();
        return new ChurnPolicy(toml.text(root, "name"), toml.text(root, "title"), toml.texts(root, "markers"), rules);
    }
}
