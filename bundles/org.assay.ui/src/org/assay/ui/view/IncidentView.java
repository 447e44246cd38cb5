package org.assay.ui.view;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

import org.assay.app.Case;
import org.assay.app.fleet.FleetArguments;
import org.assay.app.incident.EntryArguments;
import org.assay.app.incident.MarkPoint;
import org.assay.app.incident.ReportIncident;
import org.assay.model.Progress;
import org.assay.model.incident.Checklist;
import org.assay.model.incident.PointState;
import org.assay.ui.grid.Grid;
import org.assay.ui.grid.Layouts;
import org.assay.ui.presenter.IncidentPresenter;
import org.assay.ui.text.DisplayText;
import org.assay.ui.text.Ids;
import org.assay.ui.text.Texts;
import org.assay.ui.work.CaseAspect;
import org.assay.ui.work.CaseWork;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;

/** The record of the outbreak: its log, the points of its checklists, and everything in the order of time; to read and to add to. */
public final class IncidentView extends LoadedView<IncidentPresenter.Told> {

    private final IncidentPresenter presenter = new IncidentPresenter();
    private final List<Button> marks = new ArrayList<>();
    private final List<Button> additions = new ArrayList<>();
    private Composite pages;
    private Grid<?> log;
    private Grid<Checklist.Standing> points;
    private Grid<?> timeline;
    private Footer footer;

    @Override
    void createContent(Composite parent) {
        parent.setLayout(Layouts.stacked());
        Composite bar = new Composite(parent, SWT.NONE);
        bar.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        pages = new Composite(parent, SWT.NONE);
        pages.setLayout(new StackLayout());
        pages.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        log = page(Grid.sortable(pages, presenter.log()), ".log");
        points = Grid.sortable(pages, presenter.points());
        page(points, ".points").onSelect(this::enable);
        timeline = page(Grid.sortable(pages, presenter.timeline()), ".timeline");
        createChoice(bar, "incident.log", log).setSelection(true);
        createChoice(bar, "incident.checklists", points);
        createChoice(bar, "incident.timeline", timeline);
        for (PointState state : List.of(PointState.DONE, PointState.NOT_APPLICABLE, PointState.OPEN)) {
            marks.add(push(bar, Texts.of("incident.mark", DisplayText.title(state)), () -> mark(state)));
        }
        ((GridData) marks.getFirst().getLayoutData()).horizontalAlignment = SWT.END;
        ((GridData) marks.getFirst().getLayoutData()).grabExcessHorizontalSpace = true;
        additions.add(push(bar, Texts.of("incident.report"), this::report));
        additions.add(push(bar, Texts.of("incident.add"), () -> CommandLink.run(getSite(), Ids.ADD_ENTRY)));
        GridLayout layout = new GridLayout(bar.getChildren().length, false);
        layout.marginHeight = 2;
        bar.setLayout(layout);
        footer = new Footer(parent);
        choose(log);
    }

    private <T> Grid<T> page(Grid<T> grid, String name) {
        rememberColumns(grid, name, Set.of());
        return grid;
    }

    private Button createChoice(Composite bar, String key, Grid<?> shown) {
        Button choice = new Button(bar, SWT.RADIO);
        choice.setText(Texts.of(key));
        choice.addListener(SWT.Selection, _ -> choose(shown));
        return choice;
    }

    private static Button push(Composite bar, String text, Runnable pressed) {
        Button button = new Button(bar, SWT.PUSH);
        button.setText(text);
        button.setLayoutData(new GridData());
        button.addListener(SWT.Selection, _ -> pressed.run());
        return button;
    }

    private void choose(Grid<?> shown) {
        ((StackLayout) pages.getLayout()).topControl = shown.control();
        pages.layout();
        enable();
    }

    private void enable() {
        boolean listed = ((StackLayout) pages.getLayout()).topControl == points.control();
        marks.forEach(button -> {
            button.setVisible(listed);
            button.setEnabled(points.selectedRows().length > 0);
        });
        additions.forEach(button -> button.setEnabled(openCase().current().isPresent()));
    }

    /** Says that the selected points stand so from now on. */
    private void mark(PointState state) {
        EntryArguments usual = new EntryArguments(Optional.empty(), Optional.empty(), Duration.ZERO, List.of(), List.of(),
                List.of(), List.of(), Optional.empty());
        for (int row : points.selectedRows()) {
            Checklist.Standing point = presenter.points().row(row);
            String name = point.checklist().name() + ":" + point.point().id();
            note((current, author) -> new MarkPoint(name, state, "", author, usual).run(current));
        }
    }

    private void note(BiFunction<Case, String, ?> entry) {
        openCase().current().ifPresent(current -> getSite().getService(CaseWork.class).note(current, entry));
    }

    private void report() {
        FileDialog dialog = new FileDialog(getSite().getShell(), SWT.SAVE);
        dialog.setFileName("incident.html");
        dialog.setFilterExtensions(new String[] {"*.html"});
        Optional.ofNullable(dialog.open()).map(Path::of).ifPresent(file -> openCase().current().ifPresent(current -> getSite()
                .getService(CaseWork.class).ask(current, Texts.of("incident.report"), (asked, progress) -> {
                    new ReportIncident(file, new FleetArguments(Optional.empty(), Map.of(), Optional.empty())).run(asked, progress);
                    return file;
                }, _ -> { })));
    }

    @Override
    Optional<BiFunction<Case, Progress, IncidentPresenter.Told>> question() {
        return Optional.of(IncidentPresenter.Told::of);
    }

    @Override
    boolean concerns(CaseAspect aspect) {
        return aspect == CaseAspect.CASE || aspect == CaseAspect.CONTENTS || aspect == CaseAspect.TAGS || aspect == CaseAspect.INCIDENT;
    }

    @Override
    void show(Optional<IncidentPresenter.Told> read) {
        presenter.show(read);
        log.showFirst();
        points.refresh();
        timeline.refresh();
        footer.show(presenter.summary());
        enable();
    }

    @Override
    public void setFocus() {
        ((StackLayout) pages.getLayout()).topControl.setFocus();
    }
}
