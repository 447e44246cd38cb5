package org.assay.ui.view;

import java.util.Optional;
import java.util.OptionalLong;

import org.assay.model.change.Comparison;
import org.assay.model.snapshot.Snapshot;
import org.assay.ui.presenter.CaseNode;
import org.assay.ui.work.CaseAspect;
import org.assay.ui.work.CaseContents;
import org.assay.ui.work.CaseWork;
import org.assay.ui.work.OpenCase;
import org.assay.ui.work.ShownComparison;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.viewers.AbstractTreeViewer;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;

/** The open case: its hosts with their snapshots and comparisons. Selecting a comparison shows it, selecting a snapshot its details. */
public final class CaseView extends ViewPart {

    private OpenCase openCase;
    private CaseWork work;
    private Runnable stopListening = () -> { };
    private Composite pages;
    private EmptyCase empty;
    private TreeViewer tree;

    @Override
    public void createPartControl(Composite parent) {
        openCase = getSite().getService(OpenCase.class);
        work = getSite().getService(CaseWork.class);
        pages = parent;
        pages.setLayout(new StackLayout());
        empty = new EmptyCase(pages, getSite());
        tree = new TreeViewer(pages, SWT.SINGLE | SWT.H_SCROLL | SWT.V_SCROLL);
        tree.setContentProvider(new CaseTree());
        tree.setLabelProvider(new CaseLabels());
        ColumnViewerToolTipSupport.enableFor(tree);
        tree.addPostSelectionChangedListener(event -> Optional.ofNullable((CaseNode) event.getStructuredSelection().getFirstElement())
                .ifPresent(this::selected));
        getSite().setSelectionProvider(tree);
        MenuManager menu = new MenuManager();
        tree.getControl().setMenu(menu.createContextMenu(tree.getControl()));
        getSite().registerContextMenu(menu, tree);
        stopListening = openCase.listen(this::changed);
        showContents();
    }

    private void changed(CaseAspect aspect) {
        switch (aspect) {
            case CASE, CONTENTS -> showContents();
            case COMPARISON -> showSelected();
            case SNAPSHOT -> followDetails();
            case TAGS, STORY, LEAD, SELECTION, CONTENT, LOOK, VERIFICATION, INCIDENT -> { }
        }
    }

    /** Follows the details to another snapshot and away from one, which can then be selected again. */
    private void followDetails() {
        if (openCase.requestedSnapshot().isPresent() || tree.getStructuredSelection().getFirstElement() instanceof CaseNode.SnapshotNode) {
            showSelected();
        }
    }

    private void showContents() {
        CaseContents contents = openCase.contents();
        tree.setInput(contents);
        tree.expandToLevel(AbstractTreeViewer.ALL_LEVELS);
        empty.show(openCase.current().isPresent());
        ((StackLayout) pages.getLayout()).topControl = contents.snapshots().isEmpty() ? empty.control() : tree.getControl();
        pages.layout();
        showSelected();
    }

    /** Selects the snapshot that the details are about or, when they are about none, the shown comparison. */
    private void showSelected() {
        OptionalLong snapshot = openCase.requestedSnapshot();
        Optional<CaseNode> node = snapshot.isPresent()
                ? openCase.contents().snapshot(snapshot.getAsLong()).map(CaseNode.SnapshotNode::new)
                : openCase.shown().map(ShownComparison::comparison).map(CaseNode.ComparisonNode::new);
        node.ifPresent(requested -> tree.setSelection(new StructuredSelection(requested), true));
    }

    private void selected(CaseNode node) {
        switch (node) {
            case CaseNode.ComparisonNode(Comparison comparison) -> selected(comparison);
            case CaseNode.SnapshotNode(Snapshot snapshot) -> selected(snapshot);
            case CaseNode.Host _ -> { }
        }
    }

    private void selected(Comparison comparison) {
        openCase.request(OptionalLong.empty());
        if (openCase.shown().map(ShownComparison::comparison).filter(comparison::equals).isEmpty()) {
            openCase.current().ifPresent(current -> work.show(current, comparison.id()));
        }
    }

    private void selected(Snapshot snapshot) {
        if (!openCase.requestedSnapshot().equals(OptionalLong.of(snapshot.id()))) {
            openCase.request(OptionalLong.of(snapshot.id()));
            openCase.current().ifPresent(current -> work.describe(current, snapshot.id()));
        }
    }

    @Override
    public void setFocus() {
        ((StackLayout) pages.getLayout()).topControl.setFocus();
    }

    @Override
    public void dispose() {
        stopListening.run();
        super.dispose();
    }
}
