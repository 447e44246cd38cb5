package org.assay.ui.handler;

import org.assay.ui.dialog.CompareDialog;
import org.assay.ui.dialog.CompareModel;
import org.assay.ui.work.CaseWork;
import org.assay.ui.work.OpenCase;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.handlers.HandlerUtil;

/** File &gt; Compare… */
public final class CompareSnapshotsHandler extends CaseHandler {

    private final OpenCase openCase;
    private final CaseWork work;

    public CompareSnapshotsHandler(OpenCase openCase, CaseWork work) {
        super(openCase, open -> open.contents().snapshots().size() > 1);
        this.openCase = openCase;
        this.work = work;
    }

    @Override
    public Object execute(ExecutionEvent event) {
        CompareModel model = new CompareModel(openCase.contents().snapshots());
        if (new CompareDialog(HandlerUtil.getActiveShell(event), model).open() == Window.OK) {
            work.compare(openCase.current().orElseThrow(), model.request());
        }
        return null;
    }
}
