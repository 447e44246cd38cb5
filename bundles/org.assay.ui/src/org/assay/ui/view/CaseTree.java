package org.assay.ui.view;

import org.assay.ui.presenter.CaseNode;
import org.assay.ui.presenter.CasePresenter;
import org.assay.ui.work.CaseContents;
import org.eclipse.jface.viewers.ITreeContentProvider;

/** Gives JFace's tree the nodes of a {@link CasePresenter}. The input is a {@link CaseContents}. */
final class CaseTree implements ITreeContentProvider {

    @Override
    public Object[] getElements(Object contents) {
        return CasePresenter.tree((CaseContents) contents).toArray();
    }

    @Override
    public Object[] getChildren(Object node) {
        return CasePresenter.children((CaseNode) node).toArray();
    }

    @Override
    public Object getParent(Object node) {
        return null;
    }

    @Override
    public boolean hasChildren(Object node) {
        return !CasePresenter.children((CaseNode) node).isEmpty();
    }
}
