package org.assay.model.change;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a finding means, the most telling first. Findings of different kinds are independent of one another: a program that is
 * disguised and is a startup entry is worse than either, while one that is new and unsigned is hardly more than a new one.
 */
public enum Meaning {

    /** One row speaks for a great number of others. */
    SPEAKS_FOR_MANY(1200, "speaks for many", Set.of("mass-change")),
    /** Something vouched for it, and it is not what was vouched for. */
    CONTRADICTS(1000, "contradicts what vouches for it", Set.of("known-bad", "signature-lost", "signature-invalid", "other-signer",
            "content-under-same-time", "package-contradicted", "earlier-version")),
    /** Somebody does not want it to be seen. */
    HIDES(800, "hides", Set.of("name-with-nul", "text-behind-nul", "program-in-stream", "program-in-registry", "time-went-back",
            "hidden-now")),
    /** It looks like something else. */
    DISGUISES(800, "disguises", Set.of("double-extension", "hostile-name", "program-in-disguise", "system-name-elsewhere",
            "look-alike-name")),
    /** Somebody can do more than before, or less is prevented or recorded. */
    GRANTS(700, "grants or weakens", Set.of("set-id-gained", "capability-gained", "made-writable-for-all", "acl-widened",
            "weakened-setting", "access-gained")),
    /** Somebody who knows the system asked for it. */
    ASKED_FOR(700, "is what a rule of your own looks for", Set.of("own-rule")),
    /** It is started without anybody's doing. */
    STARTS(600, "is a startup entry or what one starts", Set.of(Finding.AUTOSTART)),
    /** Work is lost. */
    DESTROYS(500, "destroys", Set.of("replaced-by-script", "content-scrambled")),
    /** It is code that was not there. */
    RUNS(400, "is code", Set.of("new-program", "modified-program", "unsigned-program", "web-script", "copied-widely")),
    /** Programs that came together, as an installation brings them: what stands alone is looked at before. */
    CAME_TOGETHER(200, "speaks for programs that came together", Set.of("programs-alike")),
    /** Nothing was seen, for something could not be read. */
    UNKNOWN(100, "could not be known", Set.of("not-known", "content-not-read"));

    private static final Map<String, Meaning> BY_CODE = Arrays.stream(values())
            .flatMap(meaning -> meaning.codes.stream().map(code -> Map.entry(code, meaning)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final int points;
    private final String label;
    private final Set<String> codes;

    Meaning(int points, String label, Set<String> codes) {
        this.points = points;
        this.label = label;
        this.codes = codes;
    }

    /** What a finding with this code means; {@link #RUNS} for one of a later Assay. */
    public static Meaning of(String code) {
        return BY_CODE.getOrDefault(code, RUNS);
    }

    /** What a finding of this kind adds to a score at most. */
    public int points() {
        return points;
    }

    /** For people: what the thing does. */
    public String label() {
        return label;
    }

    /** The codes of the findings of this kind. */
    public Set<String> codes() {
        return codes;
    }
}
