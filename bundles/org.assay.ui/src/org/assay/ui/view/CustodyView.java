package org.assay.ui.view;

import java.util.Optional;
import java.util.function.BiFunction;

import org.assay.app.Case;
import org.assay.model.Progress;
import org.assay.ui.grid.Grid;
import org.assay.ui.grid.Layouts;
import org.assay.ui.presenter.CustodyPresenter;
import org.assay.ui.work.CaseAspect;
import org.assay.ui.work.Settings;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;

/** What can be proven of the case: each snapshot with its seals, and the custody log, the last entry first. */
public final class CustodyView extends LoadedView<CustodyPresenter.Known> {

    private final CustodyPresenter presenter = new CustodyPresenter();
    private Grid<?> seals;
    private Grid<?> log;
    private Footer footer;

    @Override
    void createContent(Composite parent) {
        parent.setLayout(Layouts.stacked());
        SashForm halves = new SashForm(parent, SWT.HORIZONTAL);
        halves.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        seals = Grid.sortable(halves, presenter.seals());
        log = Grid.sortable(halves, presenter.log());
        halves.setWeights(42, 58);
        footer = new Footer(parent);
    }

    @Override
    Optional<BiFunction<Case, Progress, CustodyPresenter.Known>> question() {
        Settings settings = getSite().getService(Settings.class);
        return Optional.of((openCase, progress) -> CustodyPresenter.Known.of(openCase, settings.trusted(), progress));
    }

    @Override
    boolean concerns(CaseAspect aspect) {
        return aspect == CaseAspect.CASE || aspect == CaseAspect.CONTENTS || aspect == CaseAspect.TAGS || aspect == CaseAspect.COMPARISON;
    }

    @Override
    void show(Optional<CustodyPresenter.Known> read) {
        presenter.show(read);
        seals.showFirst();
        log.showFirst();
        footer.show(presenter.summary());
    }

    @Override
    public void setFocus() {
        log.control().setFocus();
    }
}
