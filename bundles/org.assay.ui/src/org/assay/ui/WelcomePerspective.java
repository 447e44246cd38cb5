package org.assay.ui;

import org.assay.ui.text.Ids;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** What the window shows as long as no case is open: the welcome, and nothing beside it. */
public final class WelcomePerspective implements IPerspectiveFactory {

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.setEditorAreaVisible(false);
        layout.setFixed(true);
        layout.addStandaloneView(Ids.WELCOME_VIEW, false, IPageLayout.LEFT, 1f, layout.getEditorArea());
    }
}
