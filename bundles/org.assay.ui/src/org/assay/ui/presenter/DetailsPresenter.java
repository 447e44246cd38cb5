package org.assay.ui.presenter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import org.assay.model.Severity;
import org.assay.model.change.Change;
import org.assay.model.change.Finding;
import org.assay.model.change.Score;
import org.assay.model.change.Tag;
import org.assay.model.change.TaggedChange;
import org.assay.model.item.Item;
import org.assay.model.item.ValueItem;
import org.assay.model.startup.StartupEntry;
import org.assay.model.startup.StartupRow;
import org.assay.model.text.Bytes;
import org.assay.ui.grid.GridColumn;
import org.assay.ui.grid.TablePresenter;
import org.assay.ui.grid.Tint;
import org.assay.ui.text.DisplayText;
import org.assay.ui.text.Texts;
import org.assay.ui.work.Selection;
import org.assay.ui.work.ShownComparison;
import org.assay.ui.work.ShownContent;
import org.assay.ui.work.ShownLead;

/** Says all there is to say of what is selected. */
public final class DetailsPresenter {

    /** Rows stay in the order of the page, whichever column is asked for. */
    private static final Comparator<DetailsPage.Row> UNSORTED = (_, _) -> 0;
    /** How much of a registry value is shown with its fields. */
    private static final int MAX_VALUE_BYTES = 4096;

    private final TablePresenter<DetailsPage.Row> table = new TablePresenter<>(
            List.of(GridColumn.fixed(Texts.of("details.attribute"), 128, DetailsPage.Row::attribute, UNSORTED),
                    GridColumn.stretching(Texts.of("details.before"), 280, DetailsPage.Row::before).ordered(UNSORTED)
                            .tinted(DetailsPresenter::look),
                    GridColumn.stretching(Texts.of("details.after"), 280, DetailsPage.Row::after).ordered(UNSORTED)
                            .tinted(DetailsPresenter::look)),
            new TablePresenter.Sorting(0, false), DetailsPage.Row::tint);
    private DetailsMode mode = DetailsMode.FIELDS;

    private static Tint look(DetailsPage.Row row) {
        return row.tint() == Tint.QUIET ? Tint.QUIET : row.code() ? Tint.CODE
                : row.attribute().equals(Attributes.LOCATION) ? Tint.PATH : Tint.NONE;
    }

    /** Before and after of what is shown. */
    public TablePresenter<DetailsPage.Row> table() {
        return table;
    }

    /** Holds something else of the change against each other from the next {@link #show} on. */
    public void mode(DetailsMode requested) {
        mode = requested;
    }

    /** The number of the change whose content is needed for that; empty where none is. */
    public OptionalInt needsContent(Selection selection) {
        return mode == DetailsMode.FIELDS || selection.lead().isPresent() ? OptionalInt.empty()
                : selection.changes().stream().mapToInt(Integer::intValue).findFirst();
    }

    /** As {@link #show(Optional, Selection)}, with the content of the change where it was read. */
    public Optional<DetailsPage> show(Optional<ShownComparison> comparison, Selection selection, Optional<ShownContent> content) {
        Optional<DetailsPage> page = show(comparison, selection);
        if (page.isPresent() && needsContent(selection).isPresent()) {
            table.show(content.map(read -> ContentRows.of(mode, read)).orElse(List.of()));
        }
        return page;
    }

    /** How the content was read or why it cannot be shown, or that it is being read. */
    public String note(Selection selection, Optional<ShownContent> content) {
        return needsContent(selection).isEmpty() ? "" : content.map(ContentRows::note).orElseGet(() -> Texts.of("details.reading"));
    }

    /** Shows this selection, and says what is to be said of it; empty when nothing is selected. */
    public Optional<DetailsPage> show(Optional<ShownComparison> comparison, Selection selection) {
        Optional<DetailsPage> page = selection.lead().map(DetailsPresenter::page)
                .or(() -> comparison.flatMap(shown -> page(shown, selection)));
        table.show(page.map(DetailsPage::rows).orElse(List.of()));
        return page;
    }

    private static DetailsPage page(ShownLead lead) {
        String changes = DisplayText.count(lead.changes().size(), "change");
        String heading = lead.severity().map(severity -> Texts.of("details.lead", DisplayText.of(severity), lead.score(), changes))
                .orElseGet(() -> Texts.of("details.explainedGroup", changes));
        List<DetailsPage.Remark> remarks = new ArrayList<>(lead.story().stream()
                .map(sentence -> DetailsPage.Remark.of(Tint.NONE, DisplayText.paragraph(sentence))).toList());
        remarks.add(DetailsPage.Remark.of(Tint.QUIET, Texts.of("details.wholeLead")));
        return new DetailsPage(heading, lead.severity().map(Tint::of).orElse(Tint.QUIET), remarks, List.of());
    }

    private static Optional<DetailsPage> page(ShownComparison comparison, Selection selection) {
        Optional<TaggedChange> change = selection.changes().stream().findFirst().flatMap(comparison::change);
        if (change.isEmpty() && selection.startup().isEmpty()) {
            return Optional.empty();
        }
        List<DetailsPage.Remark> remarks = new ArrayList<>();
        if (selection.changes().size() > 1) {
            String selected = DisplayText.count(selection.changes().size(), "selected change");
            remarks.add(DetailsPage.Remark.of(Tint.QUIET, Texts.of("details.firstOf", selected)));
        }
        selection.startup().ifPresent(row -> addStartup(remarks, comparison, row));
        String said = selection.startup().map(StartupRow::sentence).orElse("");
        change.ifPresent(tagged -> addFindings(remarks, tagged, said));
        change.ifPresent(tagged -> addScore(remarks, tagged.change()));
        List<DetailsPage.Row> rows = change.map(tagged -> rows(tagged.change().before(), tagged.change().after())).orElse(List.of());
        return Optional.of(new DetailsPage(heading(change, selection), tint(change), remarks, rows));
    }

    private static Tint tint(Optional<TaggedChange> change) {
        return change.map(tagged -> Tint.of(tagged.change().kind())).orElse(Tint.NONE);
    }

    private static String heading(Optional<TaggedChange> change, Selection selection) {
        return change.map(TaggedChange::change)
                .map(found -> "#" + found.number() + "  " + DisplayText.of(found.kind()) + "  " + DisplayText.line(found.location().text()))
                .orElseGet(() -> Texts.of("details.noChange") + "  " + selection.startup()
                        .map(row -> DisplayText.line(row.entry().location().text())).orElse(""));
    }

    private static void addStartup(List<DetailsPage.Remark> remarks, ShownComparison comparison, StartupRow row) {
        StartupEntry entry = row.entry();
        remarks.add(DetailsPage.Remark.of(Tint.of(row.severity()), DisplayText.line(row.sentence())).saidBy(Finding.AUTOSTART));
        remarks.add(DetailsPage.Remark.of(Tint.NONE, DisplayText.line(entry.title())
                + (entry.technique().isEmpty() ? "" : " (ATT&CK " + DisplayText.line(entry.technique()) + ")")));
        row.before().filter(before -> !before.command().equals(entry.command()))
                .ifPresent(before -> remarks.add(DetailsPage.Remark.of(Tint.NONE,
                        Texts.of("details.ranBefore", DisplayText.line(before.command())))));
        remarks.add(DetailsPage.Remark.of(Tint.NONE, Texts.of("details.runs", DisplayText.line(entry.command()))));
        if (!entry.details().user().isEmpty()) {
            remarks.add(DetailsPage.Remark.of(Tint.NONE, Texts.of("details.user", DisplayText.line(entry.details().user()))));
        }
        if (!entry.details().raw().isEmpty()) {
            remarks.add(DetailsPage.Remark.of(Tint.NONE, Texts.of("details.raw", DisplayText.line(entry.details().raw()))));
        }
        entry.details().remarks().forEach(remark -> remarks.add(DetailsPage.Remark.of(Tint.NONE, DisplayText.line(remark))));
        comparison.changeOfTarget(row).flatMap(comparison::change).map(TaggedChange::change)
                .ifPresent(target -> remarks.add(DetailsPage.Remark.of(Tint.of(target.severity()),
                        Texts.of("details.target", String.valueOf(target.number()), DisplayText.of(target.kind()),
                                DisplayText.line(target.location().text())))));
    }

    /** A finding may say what was said of the startup entry already; once is enough. */
    private static void addFindings(List<DetailsPage.Remark> remarks, TaggedChange tagged, String said) {
        for (Finding finding : tagged.change().findings()) {
            if (!finding.sentence().equals(said)) {
                remarks.add(DetailsPage.Remark.of(Tint.of(finding.severity()),
                        DisplayText.title(finding.severity()) + ": " + DisplayText.line(finding.sentence())).saidBy(finding.code()));
            }
        }
        tagged.change().explanation().ifPresent(why -> remarks.add(DetailsPage.Remark.of(Tint.QUIET,
                Texts.of("details.explained", DisplayText.line(why.text())))));
        remarks.add(tagged.tag().map(DetailsPresenter::tag)
                .orElseGet(() -> DetailsPage.Remark.of(Tint.of(Severity.INFO), Texts.of("details.undecided"))));
    }

    /** Why it stands where it does in the list. */
    private static void addScore(List<DetailsPage.Remark> remarks, Change change) {
        Score score = Score.of(change);
        remarks.add(DetailsPage.Remark.of(Tint.QUIET, Texts.of("details.score", score.points())));
        score.parts().forEach(part -> remarks.add(DetailsPage.Remark.of(Tint.QUIET,
                Texts.of("details.scorePart", part.points(), DisplayText.line(part.what())))));
    }

    private static DetailsPage.Remark tag(Tag tag) {
        return DetailsPage.Remark.of(Tint.of(tag.decision()), Texts.of("details.decided", DisplayText.title(tag.decision()),
                DisplayText.line(tag.analyst()), DisplayText.time(tag.decided()))
                        + (tag.note().isEmpty() ? "" : ": " + DisplayText.line(tag.note())));
    }

    private static List<DetailsPage.Row> rows(Optional<Item> before, Optional<Item> after) {
        Map<String, String> left = before.map(Attributes::of).orElse(Map.of());
        Map<String, String> right = after.map(Attributes::of).orElse(Map.of());
        Set<String> names = new LinkedHashSet<>(left.keySet());
        names.addAll(right.keySet());
        boolean both = before.isPresent() && after.isPresent();
        List<DetailsPage.Row> rows = new ArrayList<>();
        for (String name : names) {
            String old = left.getOrDefault(name, "");
            String latest = right.getOrDefault(name, "");
            rows.add(new DetailsPage.Row(name, old, latest, DetailsPage.Row.tint(both && !old.equals(latest)), false));
        }
        rows.addAll(HexRows.of(data(before), data(after), MAX_VALUE_BYTES));
        return rows;
    }

    private static Optional<Bytes> data(Optional<Item> item) {
        return item.flatMap(any -> any instanceof ValueItem value ? Optional.of(value.data()) : Optional.empty());
    }
}
