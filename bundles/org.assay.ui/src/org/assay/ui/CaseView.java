package org.assay.ui;

import org.eclipse.jface.viewers.AbstractTreeViewer;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;

/** The open case: its hosts with their snapshots and comparisons. Selecting a comparison shows it. */
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
        tree.addPostSelectionChangedListener(event -> selected(event.getStructuredSelection().getFirstElement()));
        getSite().setSelectionProvider(tree);
        stopListening = openCase.listen(this::changed);
        showContents();
    }

    private void changed(CaseAspect aspect) {
        switch (aspect) {
            case CASE, CONTENTS -> showContents();
            case COMPARISON -> showComparison();
            case TAGS, SELECTION -> { }
        }
    }

    private void showContents() {
        CaseContents contents = openCase.contents();
        tree.setInput(contents);
        tree.expandToLevel(AbstractTreeViewer.ALL_LEVELS);
        empty.show(openCase.current().isPresent());
        ((StackLayout) pages.getLayout()).topControl = contents.snapshots().isEmpty() ? empty.control() : tree.getControl();
        pages.layout();
        showComparison();
    }

    private void showComparison() {
        openCase.shown().map(ShownComparison::comparison).map(CaseNode.ComparisonNode::new)
                .ifPresent(node -> tree.setSelection(new StructuredSelection(node), true));
    }

    private void selected(Object node) {
        if (node instanceof CaseNode.ComparisonNode(var comparison)
                && openCase.shown().map(ShownComparison::comparison).filter(comparison::equals).isEmpty()) {
            openCase.current().ifPresent(current -> work.show(current, comparison.id()));
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
