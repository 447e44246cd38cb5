package org.assay.ui.handler;

import org.assay.app.VerifyCase;
import org.assay.ui.text.DisplayText;
import org.assay.ui.text.Texts;
import org.assay.ui.work.CaseWork;
import org.assay.ui.work.OpenCase;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.action.LegacyActionTools;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;

/** File &gt; Verify Case: checks everything in the case against its digest, and shows that. */
public final class VerifyCaseHandler extends CaseHandler {

    private final OpenCase openCase;
    private final CaseWork work;

    public VerifyCaseHandler(OpenCase openCase, CaseWork work) {
        super(openCase, open -> open.current().isPresent());
        this.openCase = openCase;
        this.work = work;
    }

    @Override
    public Object execute(ExecutionEvent event) {
        Shell shell = HandlerUtil.getActiveShell(event);
        work.verify(openCase.current().orElseThrow(), outcome -> tell(shell, outcome));
        return null;
    }

    private static void tell(Shell shell, VerifyCase.Outcome outcome) {
        if (outcome.passed()) {
            MessageDialog.openInformation(shell, Texts.of("verify.passed"), shown(DisplayText.sentence(outcome.sentence())));
        } else {
            MessageDialog.openError(shell, Texts.of("verify.failed"), shown(DisplayText.line(outcome.sentence())));
        }
    }

    private static String shown(String sentence) {
        return LegacyActionTools.escapeMnemonics(sentence);
    }
}
