package org.assay.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.assay.app.ChangeExplanation;
import org.assay.model.Change;
import org.assay.model.Score;

/** Prints all of one change. */
record ChangeText(Terminal terminal) {

    private static final int MAX_LINES = 200;

    void print(ChangeExplanation explained) {
        Change change = explained.change().change();
        terminal.say("#" + change.number() + "  " + change.severity() + "  " + change.kind() + "  " + change.location().text());
        change.findings().forEach(finding -> terminal.say("  " + finding.severity() + " " + finding.code() + ": " + finding.sentence()));
        change.explanation().ifPresent(why -> terminal.say("  explained by " + why.text()));
        explained.change().tag().ifPresent(tag -> terminal.say("  tagged " + tag.decision() + " by " + tag.analyst()
                + (tag.note().isEmpty() ? "" : ": " + tag.note())));
        terminal.say("");
        terminal.say(String.format(Locale.ROOT, "score %,d", explained.score().points()));
        for (Score.Part part : explained.score().parts()) {
            terminal.say(String.format(Locale.ROOT, "%,8d  %s", part.points(), part.what()));
        }
        facts(explained);
        explained.lines().ifPresent(this::lines);
    }

    private void facts(ChangeExplanation explained) {
        terminal.say("");
        Set<String> labels = new LinkedHashSet<>(explained.before().keySet());
        labels.addAll(explained.after().keySet());
        labels.forEach(label -> terminal.say(label + ": " + value(explained, label)));
    }

    private static String value(ChangeExplanation explained, String label) {
        Optional<String> before = value(explained.before(), label);
        Optional<String> after = value(explained.after(), label);
        return before.equals(after) || explained.before().isEmpty() || explained.after().isEmpty() ? after.or(() -> before).orElse("none")
                : before.orElse("none") + " -> " + after.orElse("none");
    }

    private static Optional<String> value(Map<String, String> item, String label) {
        return Optional.ofNullable(item.get(label));
    }

    private void lines(List<String> lines) {
        terminal.say("");
        terminal.say(lines.isEmpty() ? "both texts have the same lines" : "lines that went (-) and came (+):");
        lines.stream().limit(MAX_LINES).forEach(line -> terminal.say("  " + line));
        if (lines.size() > MAX_LINES) {
            terminal.say(String.format(Locale.ROOT, "  and %,d more", lines.size() - MAX_LINES));
        }
    }
}
