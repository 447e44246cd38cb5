package org.assay.ui.presenter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.assay.app.VerifyRemediation;
import org.assay.app.verify.CheckOutcome;
import org.assay.app.verify.CheckedDecision;
import org.assay.app.verify.RemediationCheck;
import org.assay.model.Location;
import org.assay.model.Severity;
import org.assay.model.change.Change;
import org.assay.ui.grid.GridColumn;
import org.assay.ui.grid.TablePresenter;
import org.assay.ui.grid.Tint;
import org.assay.ui.text.DisplayText;
import org.assay.ui.text.Texts;

/** What the view of the verification shows, without a display: what became of each decision, and what is new since. */
public final class VerificationPresenter {

    private final TablePresenter<Row> table = new TablePresenter<>(List.of(
            GridColumn.<Row>fixed(Texts.of("verification.outcome"), 130, Row::outcome, Comparator.comparingInt(Row::rank))
                    .tinted(Row::tint),
            GridColumn.fixed(Texts.of("changes.number"), 56, Row::number, Comparator.comparing(Row::number)),
            GridColumn.fixed(Texts.of("verification.decision"), 100, Row::decision, Comparator.comparing(Row::decision)),
            GridColumn.<Row>stretching(Texts.of("location"), 300, row -> DisplayText.line(row.location().text()))
                    .ordered(Comparator.comparing(Row::location, Location.ORDER)).tinted(_ -> Tint.PATH),
            GridColumn.stretching(Texts.of("verification.seen"), 300, row -> DisplayText.line(row.seen()))),
            new TablePresenter.Sorting(0, true), _ -> Tint.NONE);
    private Optional<VerifyRemediation.Outcome> shown = Optional.empty();

    /**
     * A decision, or a change that is new since.
     *
     * @param rank how much it has to be looked at
     * @param number of the change that was decided on; empty of one that is new
     */
    record Row(int rank, String outcome, Tint tint, String number, String decision, Location location, String seen) {
    }

    public TablePresenter<Row> table() {
        return table;
    }

    /** Shows this, or nothing. */
    public void show(Optional<VerifyRemediation.Outcome> outcome) {
        shown = outcome;
        table.show(outcome.map(VerifyRemediation.Outcome::check).map(VerificationPresenter::rows).orElse(List.of()));
    }

    private static List<Row> rows(RemediationCheck check) {
        List<Row> rows = new ArrayList<>();
        check.decisions().forEach(decision -> rows.add(row(decision)));
        check.fresh().forEach(change -> rows.add(fresh(change)));
        return rows;
    }

    private static Row row(CheckedDecision checked) {
        Change change = checked.decided().change();
        return new Row(rank(checked.outcome()), checked.outcome().word(), tint(checked.outcome()), Integer.toString(change.number()),
                checked.decided().tag().map(tag -> DisplayText.of(tag.decision())).orElse(""), change.location(), checked.sentence());
    }

    private static Row fresh(Change change) {
        boolean severe = change.severity().compareTo(Severity.LOW) > 0;
        return new Row(severe ? 3 : 1, Texts.of("verification.new"), severe ? Tint.MEDIUM : Tint.QUIET, "", "", change.location(),
                change.findings().isEmpty() ? DisplayText.of(change.kind()) : change.findings().getFirst().sentence());
    }

    private static int rank(CheckOutcome outcome) {
        return switch (outcome) {
            case CAME_BACK -> 6;
            case REMAINS -> 5;
            case CHANGED_AGAIN -> 4;
            case UNKNOWN -> 2;
            case RESOLVED -> 0;
        };
    }

    private static Tint tint(CheckOutcome outcome) {
        return switch (outcome) {
            case CAME_BACK, REMAINS -> Tint.HIGH;
            case CHANGED_AGAIN, UNKNOWN -> Tint.MEDIUM;
            case RESOLVED -> Tint.ADDED;
        };
    }

    /** Whether everything is done, how many decisions have which outcome, and by which snapshot; or what to do to see it. */
    public String summary() {
        return shown.map(outcome -> {
            String counts = Arrays.stream(CheckOutcome.values()).filter(one -> outcome.check().count(one) > 0)
                    .map(one -> outcome.check().count(one) + " " + one.word()).collect(Collectors.joining(", "));
            return Texts.of(outcome.check().isClean() ? "verification.clean" : "verification.open",
                    counts, outcome.check().fresh().size(), String.valueOf(outcome.later().suspect().id()),
                    DisplayText.line(outcome.later().suspect().host()));
        }).orElse(Texts.of("verification.none"));
    }
}
