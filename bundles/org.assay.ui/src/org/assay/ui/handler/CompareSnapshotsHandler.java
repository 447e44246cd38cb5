package org.assay.ui.handler;

import org.assay.ui.dialog.CompareDialog;
import org.assay.ui.dialog.CompareModel;
import org.assay.ui.work.CaseWork;
import org.assay.ui.work.OpenCase;
import org.assay.ui.work.Settings;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.handlers.HandlerUtil;

/** File &gt; Compare… */
public final class CompareSnapshotsHandler extends CaseHandler {

    private final OpenCase openCase;
    private final CaseWork work;
    private final Settings settings;

    public CompareSnapshotsHandler(OpenCase openCase, CaseWork work, Settings settings) {
        super(openCase, open -> open.contents().snapshots().size() > 1);
        this.openCase = openCase;
        this.work = work;
        this.settings = settings;
    }

    @Override
    public Object execute(ExecutionEvent event) {
        CompareModel model = new CompareModel(openCase.contents().snapshots(), settings.catalogues());
        if (new CompareDialog(HandlerUtil.getActiveShell(event), model).open() == Window.OK) {
            work.compare(openCase.current().orElseThrow(), model.request());
        }
        return null;
    }
}
