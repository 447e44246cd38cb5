package org.assay.ui.handler;

import org.assay.app.Verified;
import org.assay.ui.text.DisplayText;
import org.assay.ui.text.Texts;
import org.assay.ui.work.CaseWork;
import org.assay.ui.work.OpenCase;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.action.LegacyActionTools;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;

/** File &gt; Verify Snapshot: checks the selected snapshot against its digests. */
public final class VerifySnapshotHandler extends CaseHandler {

    private final OpenCase openCase;
    private final CaseWork work;

    public VerifySnapshotHandler(OpenCase openCase, CaseWork work) {
        super(openCase, open -> open.snapshot().isPresent());
        this.openCase = openCase;
        this.work = work;
    }

    @Override
    public Object execute(ExecutionEvent event) {
        Shell shell = HandlerUtil.getActiveShell(event);
        work.verify(openCase.current().orElseThrow(), openCase.snapshot().orElseThrow(), outcome -> tell(shell, outcome));
        return null;
    }

    /** The details say that it passed; that it failed must not be overlooked. */
    private static void tell(Shell shell, Verified outcome) {
        if (!outcome.passed()) {
            MessageDialog.openError(shell, Texts.of("verify.failed"),
                    LegacyActionTools.escapeMnemonics(DisplayText.line(outcome.sentence())));
        }
    }
}
