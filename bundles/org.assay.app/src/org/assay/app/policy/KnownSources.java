package org.assay.app.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.assay.compare.Knowledge;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.text.Visible;

/**
 * What the user knows beside what Assay brings along.
 *
 * @param policies files with churn policies, in the format of {@code docs/churn-policies.md}
 * @param knownGood lists of digests, in the forms of {@link HashList}
 * @param knownBad the same of files that are known to be bad
 * @param rules files with rules of the user's own, in the format of {@code docs/own-rules.md}
 * @param layers the numbers of other baselines of the case
 */
public record KnownSources(List<Path> policies, List<Path> knownGood, List<Path> knownBad, List<Path> rules, List<Long> layers) {

    /** Nothing more. */
    public static final KnownSources NONE = new KnownSources(List.of(), List.of(), List.of(), List.of(), List.of());

    public KnownSources {
        policies = List.copyOf(policies);
        knownGood = List.copyOf(knownGood);
        knownBad = List.copyOf(knownBad);
        rules = List.copyOf(rules);
        layers = List.copyOf(layers);
    }

    /** What Assay knows with what the files add, without the layers; fails with a sentence that names file and line. */
    public Knowledge ofFiles() {
        Knowledge knowledge = Knowledge.SHIPPED;
        for (Path file : policies.reversed()) {
            knowledge = knowledge.withPolicy(Visible.text(file.toString()), text("policy", file));
        }
        for (Path file : knownGood) {
            knowledge = knowledge.withVoucher(new HashList(file));
        }
        for (Path file : knownBad) {
            knowledge = knowledge.withBad(new HashList(file).bad());
        }
        for (Path file : rules) {
            knowledge = knowledge.withRules(Visible.text(file.toString()), text("file of rules", file));
        }
        return knowledge;
    }

    private static String text(String what, Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssayException(ErrorCode.SOURCE, "The " + what + " " + Visible.text(file.toString()) + " cannot be read: "
                    + Visible.text(String.valueOf(e.getMessage())) + ". Name an existing file of UTF-8 text.", e);
        }
    }
}
