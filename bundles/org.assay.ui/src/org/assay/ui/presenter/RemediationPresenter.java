package org.assay.ui.presenter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.assay.app.page.PlanStep;
import org.assay.app.page.RemediationSheet;
import org.assay.model.Location;
import org.assay.ui.grid.GridColumn;
import org.assay.ui.grid.TablePresenter;
import org.assay.ui.grid.Tint;
import org.assay.ui.text.DisplayText;
import org.assay.ui.text.Texts;

/** What the view of the remediation shows, without a display: the steps in their order, and the files that would carry them out. */
public final class RemediationPresenter {

    private static final Comparator<PlanStep> BY_NUMBER = Comparator.comparingInt(PlanStep::number);

    private final TablePresenter<PlanStep> table = new TablePresenter<>(columns(), new TablePresenter.Sorting(0, false),
            step -> step.byHand().isEmpty() ? Tint.NONE : Tint.MODIFIED);
    private Optional<RemediationSheet> shown = Optional.empty();

    private static List<GridColumn<PlanStep>> columns() {
        return List.of(
                GridColumn.fixed(Texts.of("plan.number"), 66, step -> Integer.toString(step.number()), BY_NUMBER),
                GridColumn.fixed(Texts.of("plan.phase"), 84, step -> DisplayText.line(step.phase()), BY_NUMBER),
                GridColumn.<PlanStep>stretching(Texts.of("location"), 250, step -> DisplayText.line(step.location().text()))
                        .ordered(Comparator.comparing(PlanStep::location, Location.ORDER)).tinted(_ -> Tint.PATH),
                GridColumn.stretching(Texts.of("plan.what"), 150, step -> DisplayText.line(step.what())),
                GridColumn.fixed(Texts.of("plan.by"), 172, RemediationPresenter::by, Comparator.comparing(RemediationPresenter::by)));
    }

    private static String by(PlanStep step) {
        return step.byHand().isEmpty() ? String.join(", ", step.carriers()) : Texts.of("plan.person");
    }

    public TablePresenter<PlanStep> table() {
        return table;
    }

    /** Shows this, or nothing. */
    public void show(Optional<RemediationSheet> sheet) {
        shown = sheet;
        table.show(sheet.map(RemediationSheet::steps).orElse(List.of()));
    }

    /** How many steps there are, or what to do to have some. */
    public String summary() {
        return shown.map(sheet -> sheet.steps().isEmpty() ? Texts.of("plan.none")
                : Texts.of("plan.summary", DisplayText.count(sheet.steps().size(), "step"), sheet.manualSteps()))
                .orElse(Texts.of("changes.none"));
    }

    /** The names of the files that can be previewed. */
    public List<String> files() {
        return shown.map(sheet -> sheet.files().stream().map(RemediationSheet.Preview::name).toList()).orElse(List.of());
    }

    /** What the file at this place of {@link #files} would hold; what a screen would obey or hide is spelled out. */
    public List<String> lines(int file) {
        RemediationSheet.Preview preview = shown.orElseThrow().files().get(file);
        List<String> lines = new ArrayList<>(preview.text().lines().map(DisplayText::paragraph).toList());
        if (!preview.isWhole()) {
            lines.add(Texts.of("plan.cut"));
        }
        return lines;
    }

    /** Everything on the step in this visible row. */
    public DetailsPage page(int row) {
        PlanStep step = table.row(row);
        List<DetailsPage.Remark> remarks = new ArrayList<>();
        remarks.add(DetailsPage.Remark.of(Tint.NONE, Texts.of("plan.does", DisplayText.paragraph(step.what()))));
        if (!step.before().isEmpty()) {
            remarks.add(DetailsPage.Remark.of(Tint.NONE, Texts.of("plan.before", DisplayText.paragraph(step.before()))));
        }
        if (!step.undo().isEmpty()) {
            remarks.add(DetailsPage.Remark.of(Tint.NONE, Texts.of("plan.undo", DisplayText.paragraph(step.undo()))));
        }
        remarks.add(DetailsPage.Remark.of(Tint.NONE, Texts.of("plan.doneBy", by(step))));
        remarks.add(DetailsPage.Remark.of(Tint.QUIET, Texts.of("plan.reason", DisplayText.paragraph(step.reason()))));
        step.byHand().forEach(line -> remarks.add(DetailsPage.Remark.of(Tint.MEDIUM, DisplayText.paragraph(line))));
        return new DetailsPage(Texts.of("plan.heading", String.valueOf(step.number()), DisplayText.line(step.location().text())),
                Tint.NONE, remarks, List.of());
    }
}
