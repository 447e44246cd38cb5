package org.assay.ui.handler;

import org.assay.ui.text.Ids;
import org.assay.ui.work.CaseWork;
import org.assay.ui.work.OpenCase;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** File &gt; Verify Remediation: checks what was decided in the shown comparison against the last snapshot of the machine. */
public final class VerifyRemediationHandler extends CaseHandler {

    private final OpenCase openCase;
    private final CaseWork work;

    public VerifyRemediationHandler(OpenCase openCase, CaseWork work) {
        super(openCase, open -> open.shown().isPresent());
        this.openCase = openCase;
        this.work = work;
    }

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
        try {
            page.showView(Ids.VERIFICATION_VIEW);
        } catch (PartInitException e) {
            throw new ExecutionException("the view of the verification cannot be opened", e);
        }
        work.verifyRemediation(openCase.current().orElseThrow(), openCase.shown().orElseThrow().comparison().id());
        return null;
    }
}
