package org.assay.ui.view;

import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

import org.assay.app.Case;
import org.assay.model.Progress;
import org.assay.ui.grid.Grid;
import org.assay.ui.grid.Layouts;
import org.assay.ui.presenter.FleetPresenter;
import org.assay.ui.work.CaseAspect;
import org.assay.ui.work.CaseWork;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;

/** All hosts of the case: which are infected, and each distinct change with how many have it. A double click shows a host's comparison. */
public final class FleetView extends LoadedView<FleetPresenter.Seen> {

    private final FleetPresenter presenter = new FleetPresenter();
    private Grid<?> hosts;
    private Grid<?> changes;
    private Footer footer;

    @Override
    void createContent(Composite parent) {
        parent.setLayout(Layouts.stacked());
        SashForm halves = new SashForm(parent, SWT.HORIZONTAL);
        halves.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        hosts = Grid.sortable(halves, presenter.hosts());
        hosts.onSelect(this::follow);
        hosts.control().addListener(SWT.MouseDoubleClick, _ -> showComparison());
        changes = Grid.sortable(halves, presenter.changes());
        rememberColumns(hosts, ".hosts", FleetPresenter.MINOR_HOST_COLUMNS);
        rememberColumns(changes, ".changes", Set.of());
        hosts.onArranged(this::showSummary);
        changes.onArranged(this::showSummary);
        halves.setWeights(46, 54);
        footer = new Footer(parent);
    }

    private void follow() {
        int[] rows = hosts.selectedRows();
        changes.reorder(() -> presenter.follow(rows));
        showSummary();
    }

    private void showSummary() {
        footer.show(presenter.summary());
    }

    private void showComparison() {
        int[] rows = hosts.selectedRows();
        if (rows.length == 1) {
            presenter.comparison(rows[0]).ifPresent(comparison -> openCase().current()
                    .ifPresent(current -> getSite().getService(CaseWork.class).show(current, comparison)));
        }
    }

    @Override
    Optional<BiFunction<Case, Progress, FleetPresenter.Seen>> question() {
        return Optional.of(FleetPresenter.Seen::of);
    }

    @Override
    boolean concerns(CaseAspect aspect) {
        return aspect == CaseAspect.CASE || aspect == CaseAspect.CONTENTS || aspect == CaseAspect.TAGS;
    }

    @Override
    void show(Optional<FleetPresenter.Seen> read) {
        presenter.show(read);
        hosts.showFirst();
        changes.showFirst();
        footer.show(presenter.summary());
    }

    @Override
    public void setFocus() {
        hosts.control().setFocus();
    }
}
