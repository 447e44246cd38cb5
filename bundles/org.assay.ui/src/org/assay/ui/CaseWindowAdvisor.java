package org.assay.ui;

import org.assay.app.Case;
import org.assay.ui.text.Texts;
import org.assay.ui.work.CaseAspect;
import org.assay.ui.work.OpenCase;
import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;

/** The window of the workbench. */
final class CaseWindowAdvisor extends WorkbenchWindowAdvisor {

    private final OpenCase openCase;

    CaseWindowAdvisor(IWorkbenchWindowConfigurer configurer, OpenCase openCase) {
        super(configurer);
        this.openCase = openCase;
    }

    @Override
    public void preWindowOpen() {
        IWorkbenchWindowConfigurer window = getWindowConfigurer();
        window.setInitialSize(new Point(1280, 800));
        window.setShowCoolBar(false);
        window.setShowPerspectiveBar(false);
        window.setShowStatusLine(false);
        window.setShowProgressIndicator(true);
        showTitle();
        openCase.listen(aspect -> {
            if (aspect == CaseAspect.CASE) {
                showTitle();
            }
        });
    }

    private void showTitle() {
        getWindowConfigurer().setTitle(openCase.current().map(Case::file)
                .map(file -> Texts.of("window.title", file.getFileName(), file.getParent()))
                .orElse(Texts.of("assay")));
    }
}
