package org.assay.ui.view;

import org.assay.ui.grid.Grid;
import org.assay.ui.grid.Palette;
import org.assay.ui.grid.Tint;
import org.assay.ui.presenter.DetailsPage;
import org.assay.ui.presenter.DetailsPresenter;
import org.assay.ui.presenter.SnapshotPresenter;
import org.assay.ui.text.Texts;
import org.assay.ui.work.CaseAspect;
import org.assay.ui.work.OpenCase;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;

/**
 * The selected change or startup entry: what is to be said of it, and before and after side by side. Or the selected snapshot: what is
 * known of it, and what it could not read.
 */
public final class DetailsView extends ViewPart {

    private static final int MARGIN_PIXELS = 8;

    private final DetailsPresenter changes = new DetailsPresenter();
    private final SnapshotPresenter snapshots = new SnapshotPresenter();
    private OpenCase openCase;
    private Runnable stopListening = () -> { };
    private StyledText remarks;
    private Composite grids;
    private Grid<?> sides;
    private Grid<?> gaps;

    @Override
    public void createPartControl(Composite parent) {
        openCase = getSite().getService(OpenCase.class);
        SashForm halves = new SashForm(parent, SWT.HORIZONTAL);
        remarks = new StyledText(halves, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL);
        remarks.setMargins(MARGIN_PIXELS, MARGIN_PIXELS, MARGIN_PIXELS, MARGIN_PIXELS);
        remarks.setAlwaysShowScrollBars(false);
        remarks.setCaret(null);
        grids = new Composite(halves, SWT.NONE);
        grids.setLayout(new StackLayout());
        sides = Grid.plain(grids, changes.table());
        gaps = Grid.sortable(grids, snapshots.gaps().table());
        halves.setWeights(36, 64);
        stopListening = openCase.listen(aspect -> {
            if (aspect == CaseAspect.SELECTION || aspect == CaseAspect.TAGS || aspect == CaseAspect.SNAPSHOT) {
                show();
            }
        });
        show();
    }

    private void show() {
        remarks.setText("");
        if (openCase.wantedSnapshot().isPresent()) {
            snapshots.show(openCase.snapshot()).ifPresent(this::show);
            show(gaps);
        } else {
            changes.show(openCase.shown(), openCase.selection()).ifPresentOrElse(this::show,
                    () -> append(Tint.QUIET, SWT.NORMAL, Texts.of("details.none")));
            show(sides);
        }
    }

    private void show(Grid<?> grid) {
        ((StackLayout) grids.getLayout()).topControl = grid.control();
        grids.layout();
        grid.showFirst();
    }

    private void show(DetailsPage page) {
        append(page.tint(), SWT.BOLD, page.heading() + "\n");
        for (DetailsPage.Remark remark : page.remarks()) {
            append(remark.tint(), SWT.NORMAL, remark.text() + "\n");
        }
    }

    private void append(Tint tint, int fontStyle, String text) {
        int start = remarks.getCharCount();
        remarks.append(text);
        remarks.setStyleRange(new StyleRange(start, text.length(), Palette.ink(tint), null, fontStyle));
        remarks.setLineSpacing(4);
    }

    @Override
    public void setFocus() {
        remarks.setFocus();
    }

    @Override
    public void dispose() {
        stopListening.run();
        super.dispose();
    }
}
