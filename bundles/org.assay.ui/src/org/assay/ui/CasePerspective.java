package org.assay.ui;

import java.util.List;

import org.assay.ui.text.Ids;
import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/**
 * The arrangement in which one case is worked on: the case and the work on it to the left, its leads and changes
 * beside, the selected one below, and there, too, what follows from the decisions and what is known of all hosts and of the case itself.
 */
public final class CasePerspective implements IPerspectiveFactory {

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.setEditorAreaVisible(false);
        IFolderLayout below = layout.createFolder("below", IPageLayout.BOTTOM, 0.66f, layout.getEditorArea());
        List.of(Ids.DETAILS_VIEW, Ids.REMEDIATION_VIEW, Ids.VERIFICATION_VIEW, Ids.FLEET_VIEW, Ids.CUSTODY_VIEW,
                Ids.INCIDENT_VIEW).forEach(below::addView);
        layout.createFolder("left", IPageLayout.LEFT, 0.26f, layout.getEditorArea()).addView(Ids.CASE_VIEW);
        layout.createFolder("work", IPageLayout.BOTTOM, 0.76f, "left").addView(Ids.PROGRESS_VIEW);
        IFolderLayout centre = layout.createFolder("centre", IPageLayout.RIGHT, 0.05f, layout.getEditorArea());
        IFolderLayout leads = layout.createFolder("leads", IPageLayout.TOP, 0.42f, "centre");
        leads.addView(Ids.LEADS_VIEW);
        leads.addView(Ids.OVERVIEW_VIEW);
        centre.addView(Ids.CHANGES_VIEW);
        centre.addView(Ids.STARTUP_VIEW);
    }
}
