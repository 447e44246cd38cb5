package org.assay.app.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.assay.model.change.Change;
import org.assay.model.change.Score;
import org.assay.model.change.TaggedChange;
import org.assay.model.field.ItemFields;

/**
 * All that is known of one change.
 *
 * @param score with what each thing added to it
 * @param same where else the contents of a file lie, in either snapshot
 * @param difference the lines that went and came, each with {@code -} or {@code +} before it; empty where the contents were not kept
 */
public record ChangeSheet(TaggedChange tagged, Score score, List<SameContent> same, Optional<List<String>> difference) {

    private static final int MAX_LINES = 200;

    /** The sheet as lines of text. What they quote of evidence is as it is, and need not be safe to show. */
    public List<String> lines() {
        Change change = tagged.change();
        List<String> lines = new ArrayList<>();
        lines.add("#" + change.number() + "  " + change.severity() + "  " + change.kind() + "  " + change.location().text());
        change.findings().forEach(finding -> lines.add("  " + finding.severity() + " " + finding.code() + ": " + finding.sentence()));
        change.explanation().ifPresent(why -> lines.add("  explained by " + why.text()));
        tagged.tag().ifPresent(tag -> lines.add("  tagged " + tag.decision() + " by " + tag.analyst()
                + (tag.note().isEmpty() ? "" : ": " + tag.note())));
        lines.add("");
        lines.add(String.format(Locale.ROOT, "score %,d", score.points()));
        score.parts().forEach(part -> lines.add(String.format(Locale.ROOT, "%,8d  %s", part.points(), part.what())));
        lines.add("");
        facts(change, lines);
        if (!same.isEmpty()) {
            lines.add("");
            same.forEach(one -> lines.addAll(one.lines()));
        }
        difference.ifPresent(texts -> texts(texts, lines));
        return lines;
    }

    private static void facts(Change change, List<String> lines) {
        Map<String, String> before = change.before().map(ItemFields::show).orElse(Map.of());
        Map<String, String> after = change.after().map(ItemFields::show).orElse(Map.of());
        Set<String> labels = new LinkedHashSet<>(before.keySet());
        labels.addAll(after.keySet());
        boolean isPair = !before.isEmpty() && !after.isEmpty();
        for (String label : labels) {
            String was = before.getOrDefault(label, "none");
            String is = after.getOrDefault(label, "none");
            lines.add(label + ": " + (isPair && !was.equals(is) ? was + " -> " + is : before.isEmpty() ? is : was));
        }
    }

    private static void texts(List<String> texts, List<String> lines) {
        lines.add("");
        lines.add(texts.isEmpty() ? "both texts have the same lines" : "lines that went (-) and came (+):");
        texts.stream().limit(MAX_LINES).forEach(line -> lines.add("  " + line));
        if (texts.size() > MAX_LINES) {
            lines.add(String.format(Locale.ROOT, "  and %,d more", texts.size() - MAX_LINES));
        }
    }
}
