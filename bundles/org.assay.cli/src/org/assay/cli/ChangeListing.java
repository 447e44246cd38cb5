package org.assay.cli;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.assay.app.ChangeList;
import org.assay.app.ComparedGaps;
import org.assay.app.page.ExplainedGroups;
import org.assay.cli.command.ExitCode;
import org.assay.cli.command.GapNotice;
import org.assay.cli.option.FormatOption;
import org.assay.cli.output.Colour;
import org.assay.cli.output.ListColumn;
import org.assay.cli.output.Listing;
import org.assay.cli.output.Terminal;
import org.assay.model.Severity;
import org.assay.model.change.ChangeCounts;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.Comparison;
import org.assay.model.change.Explanation;
import org.assay.model.change.Finding;
import org.assay.model.change.PickedRows;
import org.assay.model.change.Score;
import org.assay.model.change.TaggedChange;
import org.assay.model.field.Attribute;
import org.assay.model.field.FieldDifference;
import org.assay.model.item.Item;
import org.assay.model.snapshot.OwnCatalogue;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.text.Labels;

/**
 * Lists changes the same way wherever a command shows them.
 *
 * @param opened whether a table has a row for each explained change, in place of one line for all that one thing explains
 */
record ChangeListing(Terminal terminal, FormatOption format, boolean opened) {

    /** Prints {@code shown}, a selection of {@code list}'s changes, and tells the exit code of the whole comparison. */
    int print(ChangeList list, List<TaggedChange> shown) {
        print(list, list, shown);
        GapNotice.ofComparison(terminal, list.gaps());
        return exitCode(list);
    }

    /** As {@link #print}, but {@code shown} are of {@code part}, some places of the comparison only, and so are the gaps that are told. */
    int printPart(ChangeList list, ChangeList part, List<TaggedChange> shown) {
        print(list, part, shown);
        GapNotice.ofPart(terminal, part.gaps());
        return exitCode(list);
    }

    private void print(ChangeList list, ChangeList part, List<TaggedChange> shown) {
        if (format.isTable()) {
            terminal.say(heading(list.comparison(), list.baseline(), list.suspect(), list.gaps()));
            Stream.concat(list.leftOut().stream(), list.comparison().basis().remarks().stream())
                    .forEach(line -> terminal.say("  " + line));
            counts(list.counts()).forEach(terminal::say);
        }
        boolean rolled = format.isTable() && !opened;
        listing(facts(list, part.gaps()), rolled ? PickedRows.where(shown, row -> !row.change().isExplained()) : shown)
                .print(format.format(), terminal);
        if (rolled) {
            explained(shown);
        }
        CatalogueNotice.print(terminal, format.format(), list.catalogues(), list.catalogues());
    }

    /** What one thing explains together is one line below the table. */
    private void explained(List<TaggedChange> shown) {
        List<String> lines = ExplainedGroups.lines(shown.stream().map(TaggedChange::change)::iterator);
        if (!lines.isEmpty()) {
            terminal.say("explained ('assay changes --explained' lists them one by one):");
            lines.forEach(terminal::say);
        }
    }

    static int exitCode(ChangeList list) {
        return ExitCode.ofComparison(!list.changes().isEmpty(), !list.gaps().isEmpty());
    }

    static Listing<TaggedChange> listing(Map<String, Object> facts, List<TaggedChange> shown) {
        return new Listing<>("changes", facts, columns(), Score.sorted(shown, TaggedChange::change));
    }

    static String heading(Comparison comparison, Snapshot baseline, Snapshot suspect, ComparedGaps gaps) {
        StringBuilder heading = new StringBuilder("comparison " + comparison.id() + ": " + baseline.host() + " snapshot " + baseline.id()
                + " -> " + suspect.host() + " snapshot " + suspect.id() + ": ");
        if (comparison.counts().isEmpty()) {
            return heading.append("nothing differs").append(gaps.notAsked().isEmpty() ? "" : " where both were asked").toString();
        }
        String between = "";
        for (ChangeKind kind : ChangeKind.values()) {
            long count = comparison.counts().getOrDefault(kind, 0L);
            if (count > 0) {
                heading.append(between).append(String.format(Locale.ROOT, "%,d", count)).append(' ')
                        .append(kind.name().toLowerCase(Locale.ROOT));
                between = ", ";
            }
        }
        return heading.toString();
    }

    /** By severity, explanation and finding; nothing where nothing differs. */
    private static List<String> counts(ChangeCounts counts) {
        if (counts.severities().isEmpty()) {
            return List.of();
        }
        String severities = Arrays.stream(Severity.values()).sorted(Comparator.reverseOrder()).filter(counts.severities()::containsKey)
                .map(severity -> number(counts.severities().get(severity)) + " " + severity).collect(Collectors.joining(", "));
        String findings = counts.findings().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(count -> number(count.getValue()) + " " + count.getKey()).collect(Collectors.joining(", "));
        String all = severities + "; " + number(counts.explained()) + " explained";
        return findings.isEmpty() ? List.of(all) : List.of(all, "findings: " + findings);
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static Map<String, Object> facts(ChangeList list, ComparedGaps gaps) {
        Map<String, Object> facts = facts(list.comparison(), list.catalogues(), gaps, list.leftOut());
        ChangeCounts counts = list.counts();
        facts.put("severities", counts.severities());
        facts.put("explained", counts.explained());
        facts.put("finding_counts", counts.findings());
        return facts;
    }

    static Map<String, Object> facts(Comparison comparison, List<OwnCatalogue> catalogues, ComparedGaps gaps,
            List<String> leftOut) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("comparison", comparison.id());
        facts.put("baseline", comparison.baseline());
        facts.put("suspect", comparison.suspect());
        facts.put("catalogues", CatalogueNotice.facts(catalogues));
        facts.put("complete", gaps.isEmpty());
        facts.put("baseline_gaps", gaps.notRead().baseline().stream().map(gap -> gap.location().text()).toList());
        facts.put("suspect_gaps", gaps.notRead().suspect().stream().map(gap -> gap.location().text()).toList());
        facts.put("not_compared", gaps.notAsked().stream().map(gap -> Map.of("location", gap.location().text(), "why", gap.detail()))
                .toList());
        facts.put("left_out", leftOut);
        facts.put("made_the_same", comparison.basis().remarks());
        return facts;
    }

    private static List<ListColumn<TaggedChange>> columns() {
        return List.of(
                ListColumn.<TaggedChange>fixed("number", "No", row -> row.change().number()),
                ListColumn.<TaggedChange>fixed("severity", "Severity", row -> row.change().severity().name())
                        .painted(row -> Colour.of(row.change().severity())),
                ListColumn.<TaggedChange>exact("score", row -> Score.points(row.change())),
                ListColumn.<TaggedChange>fixed("change", "Change", row -> row.change().kind().name())
                        .painted(row -> Colour.of(row.change().kind())),
                ListColumn.<TaggedChange>elastic("location", "Location", row -> row.change().location().text()),
                ListColumn.<TaggedChange>exact("space", row -> row.change().location().space().name()),
                ListColumn.<TaggedChange>exact("components", row -> row.change().location().components()),
                ListColumn.<TaggedChange>exact("moved_from", ChangeListing::movedFrom),
                ListColumn.<TaggedChange>exact("attributes", ChangeListing::attributes),
                ListColumn.<TaggedChange>exact("differences", ChangeListing::differences),
                ListColumn.<TaggedChange>tabled("Differs", row -> row.change().kind() == ChangeKind.MOVED
                        ? "from " + movedFrom(row) : inShort(row.change().attributes())),
                ListColumn.<TaggedChange>fixed("tag", "Tag", row -> row.tag().map(tag -> tag.decision().name()).orElse("")),
                ListColumn.<TaggedChange>exact("findings", row -> row.change().findings().stream().map(Finding::code).toList()),
                ListColumn.<TaggedChange>exact("sentences", row -> row.change().findings().stream().map(Finding::sentence).toList()),
                ListColumn.<TaggedChange>exact("explained_by", row -> explanation(row, Explanation::subject)),
                ListColumn.<TaggedChange>exact("vouched_by", row -> explanation(row, Explanation::vouched)),
                ListColumn.<TaggedChange>exact("explanation", row -> explanation(row, Explanation::sentence)),
                ListColumn.<TaggedChange>tabled("Finding", row -> row.change().explanation().map(Explanation::text)
                        .orElseGet(() -> firstOf(row.change().findings()))));
    }

    private static String explanation(TaggedChange row, Function<Explanation, String> part) {
        return row.change().explanation().map(part).orElse("");
    }

    private static String firstOf(List<Finding> findings) {
        return switch (findings.size()) {
            case 0 -> "";
            case 1 -> findings.getFirst().sentence();
            default -> findings.getFirst().sentence() + " (+" + (findings.size() - 1) + ")";
        };
    }

    /** For a table: where the content differs, that its size and time do too is no news. */
    private static String inShort(Set<Attribute> attributes) {
        return attributes.stream()
                .filter(one -> !attributes.contains(Attribute.CONTENT) || one != Attribute.SIZE && one != Attribute.MODIFIED_TIME)
                .map(Labels::of).collect(Collectors.joining(", "));
    }

    private static List<String> attributes(TaggedChange row) {
        return row.change().attributes().stream().map(Enum::name).toList();
    }

    /** Each with what it was and what it is. */
    private static List<String> differences(TaggedChange row) {
        return row.change().differences().stream().map(FieldDifference::text).toList();
    }

    private static String movedFrom(TaggedChange row) {
        return row.change().kind() == ChangeKind.MOVED ? row.change().before().map(Item::location).orElseThrow().text() : "";
    }
}
