package org.assay.compare.own;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.assay.compare.place.PlacePattern;
import org.assay.content.TomlFile;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Severity;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.Finding;
import org.assay.model.change.FindingType;
import org.assay.model.item.ContentType;
import org.assay.model.item.FileItem;

/** Rules that users wrote for what matters on their systems. */
public final class OwnRules {

    /** The finding of all of them. */
    public static final FindingType TYPE = new FindingType("own-rule", "What a rule of your own looks for", "everything that changed",
            List.of(Severity.values()), List.of());

    private static final Set<String> FIELDS = Set.of("name", "rule");
    private static final Set<String> RULE_FIELDS = Set.of("glob", "severity", "why", "change", "type");

    private final List<Rule> rules;

    /**
     * A rule.
     *
     * @param types of which types a file's content is there now, or was where it is gone; none for any
     * @param sentence why it matters, with the rule's place, for people
     */
    private record Rule(PlacePattern places, Set<ChangeKind> kinds, Set<ContentType> types, Severity severity, String sentence) {

        boolean isOf(Change change) {
            return kinds.contains(change.kind()) && places.matches(change.location()) && (types.isEmpty()
                    || change.item() instanceof FileItem file && file.details().contentType().filter(types::contains).isPresent());
        }
    }

    private OwnRules(List<Rule> rules) {
        this.rules = rules;
    }

    /**
     * Reads them (TOML 1.0, {@code docs/own-rules.md}).
     *
     * @param file what to call the file in a message
     * @throws AssayException with {@link ErrorCode#WRONG_USAGE} and the line when they cannot be read
     */
    public static OwnRules read(String file, String text) {
        TomlFile toml = new TomlFile("the rules in", file);
        TomlFile.Part root = toml.parse(text, FIELDS);
        String name = toml.text(root, "name");
        List<Rule> rules = new ArrayList<>();
        for (TomlFile.Part part : toml.tables(root, "rule", RULE_FIELDS)) {
            Severity severity = toml.word(part, "severity", toml.text(part, "severity"), Severity.class);
            rules.add(new Rule(PlacePattern.of(toml, part), words(toml, part, "change", ChangeKind.class, EnumSet.allOf(ChangeKind.class)),
                    words(toml, part, "type", ContentType.class, Set.of()), severity,
                    toml.text(part, "why") + " (rule of " + name + ", line " + part.line() + ")."));
        }
        return new OwnRules(List.copyOf(rules));
    }

    private static <E extends Enum<E>> Set<E> words(TomlFile toml, TomlFile.Part part, String key, Class<E> type, Set<E> otherwise) {
        List<String> words = toml.texts(part, key);
        EnumSet<E> all = EnumSet.noneOf(type);
        words.forEach(word -> all.add(toml.word(part, key, word, type)));
        return words.isEmpty() ? otherwise : all;
    }

    /** What the first rule says that speaks of the change. */
    public Optional<Finding> judge(Change change) {
        return rules.stream().filter(rule -> rule.isOf(change)).findFirst().map(rule -> TYPE.found(rule.severity, rule.sentence));
    }
}
