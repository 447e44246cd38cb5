package org.assay.ui.view;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.assay.ui.grid.Palette;
import org.assay.ui.grid.Tint;
import org.assay.ui.presenter.ChangesPresenter;
import org.assay.ui.text.Texts;
import org.assay.ui.work.CaseAspect;
import org.assay.ui.work.Selection;
import org.eclipse.swt.widgets.Composite;

/** The changes of the shown comparison. */
public final class ChangesView extends ComparisonView {

    private final ChangesPresenter presenter;
    private Band followed;
    private ChangeFilterBar bar;

    public ChangesView() {
        this(new ChangesPresenter());
    }

    private ChangesView(ChangesPresenter presenter) {
        super(presenter);
        this.presenter = presenter;
    }

    @Override
    void createAbove(Composite parent) {
        followed = new Band(parent, Palette.current().paper(Tint.MOVED), Texts.of("changes.showAll"),
                () -> openCase().follow(Optional.empty()));
    }

    @Override
    void createBelow(Composite parent) {
        bar = new ChangeFilterBar(parent, presenter, grid(), this::showSummary);
    }

    @Override
    void selected(int... rows) {
        openCase().select(Selection.of(presenter.numbers(rows)));
    }

    @Override
    void follow(CaseAspect aspect) {
        switch (aspect) {
            case TAGS -> showTags();
            case LEAD -> showLead();
            case SELECTION -> showSelection();
            case LOOK -> bar.look(openCase().look());
            case CASE, CONTENTS, SNAPSHOT, COMPARISON, STORY, CONTENT, VERIFICATION, INCIDENT -> { }
        }
    }

    /** Where tagging made the row go away, the row that took its place is the next to decide on. */
    private void showTags() {
        if (presenter.followsTags()) {
            grid().advance(presenter.table()::refresh);
        } else {
            grid().redraw();
        }
        showCount();
    }

    private void showLead() {
        followed.say(openCase().lead().map(ChangesPresenter::followed).orElse(""));
        bar.follow(openCase().lead());
    }

    private void showSelection() {
        List<Integer> selected = openCase().selection().changes();
        if (!presenter.numbers(grid().selectedRows()).equals(selected)) {
            grid().select(selected.isEmpty() || openCase().selection().lead().isPresent() ? OptionalInt.empty()
                    : presenter.rowOf(selected.getFirst()));
        }
    }
}
