package org.assay.ui.view;

import java.util.Optional;
import java.util.OptionalInt;

import org.assay.ui.grid.Grid;
import org.assay.ui.grid.Layouts;
import org.assay.ui.grid.Tint;
import org.assay.ui.presenter.DetailsPage;
import org.assay.ui.presenter.DetailsPresenter;
import org.assay.ui.presenter.FindingPresenter;
import org.assay.ui.presenter.SnapshotPresenter;
import org.assay.ui.text.Texts;
import org.assay.ui.work.CaseAspect;
import org.assay.ui.work.CaseWork;
import org.assay.ui.work.OpenCase;
import org.assay.ui.work.Selection;
import org.assay.ui.work.ShownContent;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;

/**
 * The selected change or startup entry: what is to be said of it, and before and after side by side. Or the selected snapshot: what is
 * known of it, and what it could not read.
 */
public final class DetailsView extends ViewPart {

    private final DetailsPresenter changes = new DetailsPresenter();
    private final SnapshotPresenter snapshots = new SnapshotPresenter();
    private OpenCase openCase;
    private Runnable stopListening = () -> { };
    private SashForm halves;
    private LinkedText remarks;
    private DetailsModes modes;
    private Composite grids;
    private Grid<?> sides;
    private Grid<?> gaps;

    @Override
    public void createPartControl(Composite parent) {
        openCase = getSite().getService(OpenCase.class);
        halves = new SashForm(parent, SWT.HORIZONTAL);
        remarks = new LinkedText(halves, code -> new FindingDialog(getSite().getShell(), new FindingPresenter(code)).open());
        Composite right = new Composite(halves, SWT.NONE);
        right.setLayout(Layouts.stacked());
        modes = new DetailsModes(right, mode -> {
            changes.mode(mode);
            show();
        });
        grids = new Composite(right, SWT.NONE);
        grids.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        grids.setLayout(new StackLayout());
        sides = Grid.plain(grids, changes.table());
        gaps = Grid.sortable(grids, snapshots.gaps().table());
        halves.setWeights(36, 64);
        stopListening = openCase.listen(aspect -> {
            if (aspect == CaseAspect.SELECTION || aspect == CaseAspect.TAGS || aspect == CaseAspect.SNAPSHOT
                    || aspect == CaseAspect.CONTENT) {
                show();
            }
        });
        show();
    }

    private void show() {
        remarks.clear();
        if (openCase.requestedSnapshot().isPresent()) {
            snapshots.show(openCase.snapshot()).ifPresent(this::show);
            show(gaps);
        } else {
            Optional<ShownContent> content = content();
            modes.say(changes.note(openCase.selection(), content));
            changes.show(openCase.shown(), openCase.selection(), content).ifPresentOrElse(this::show,
                    () -> remarks.append(Tint.QUIET, SWT.NORMAL, Texts.of("details.none")));
            show(sides);
        }
    }

    /** What the selected change holds where that is to be shown; asks for it where it was not read yet. */
    private Optional<ShownContent> content() {
        OptionalInt needed = changes.needsContent(openCase.selection());
        if (needed.isEmpty() || openCase.shown().isEmpty()) {
            return Optional.empty();
        }
        Optional<ShownContent> content = openCase.content(needed.getAsInt());
        if (content.isEmpty()) {
            openCase.current().ifPresent(current -> getSite().getService(CaseWork.class)
                    .read(current, openCase.shown().orElseThrow(), needed.getAsInt()));
        }
        return content;
    }

    private void show(Grid<?> grid) {
        boolean ofOneChange = openCase.selection().lead().isEmpty() && !openCase.selection().equals(Selection.NONE);
        halves.setMaximizedControl(openCase.requestedSnapshot().isPresent() || ofOneChange ? null : remarks.control());
        modes.setVisible(grid == sides);
        ((StackLayout) grids.getLayout()).topControl = grid.control();
        grids.layout();
        grid.showFirst();
    }

    private void show(DetailsPage page) {
        remarks.append(page.tint(), SWT.BOLD, page.heading() + "\n");
        for (DetailsPage.Remark remark : page.remarks()) {
            remarks.append(remark.tint(), SWT.NORMAL, remark.text());
            remark.finding().ifPresent(remarks::appendLink);
            remarks.append(remark.tint(), SWT.NORMAL, "\n");
        }
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
