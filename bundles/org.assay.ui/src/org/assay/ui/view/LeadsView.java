package org.assay.ui.view;

import java.util.OptionalInt;

import org.assay.ui.presenter.LeadsPresenter;
import org.assay.ui.work.CaseAspect;

/** What to follow in the shown comparison. Selecting a lead shows its changes alone, and its story in the details. */
public final class LeadsView extends ComparisonView {

    private final LeadsPresenter presenter;

    public LeadsView() {
        this(new LeadsPresenter());
    }

    private LeadsView(LeadsPresenter presenter) {
        super(presenter);
        this.presenter = presenter;
    }

    @Override
    void selected(int... rows) {
        openCase().follow(presenter.lead(rows));
    }

    @Override
    void follow(CaseAspect aspect) {
        switch (aspect) {
            case TAGS -> {
                presenter.tagsChanged();
                grid().redraw();
            }
            case STORY -> showComparison();
            case LEAD -> showLead();
            case CASE, CONTENTS, SNAPSHOT, COMPARISON, SELECTION, CONTENT, LOOK, VERIFICATION, INCIDENT -> { }
        }
    }

    private void showLead() {
        if (!presenter.lead(grid().selectedRows()).equals(openCase().lead())) {
            grid().select(openCase().lead().map(presenter::rowOf).orElse(OptionalInt.empty()));
        }
    }
}
