package org.assay.ui.handler;

import org.assay.app.Case;
import org.assay.app.edit.RemoveSnapshot;
import org.assay.ui.text.DisplayText;
import org.assay.ui.text.Texts;
import org.assay.ui.work.CaseWork;
import org.assay.ui.work.OpenCase;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.action.LegacyActionTools;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;

/** File &gt; Remove Snapshot: says what would go with the selected snapshot, and removes it when the user says so. */
public final class RemoveSnapshotHandler extends CaseHandler {

    private final OpenCase openCase;
    private final CaseWork work;

    public RemoveSnapshotHandler(OpenCase openCase, CaseWork work) {
        super(openCase, open -> open.snapshot().isPresent());
        this.openCase = openCase;
        this.work = work;
    }

    @Override
    public Object execute(ExecutionEvent event) {
        Shell shell = HandlerUtil.getActiveShell(event);
        Case current = openCase.current().orElseThrow();
        RemoveSnapshot removal = new RemoveSnapshot(openCase.requestedSnapshot().orElseThrow());
        work.preview(current, removal, what -> {
            if (isConfirmed(shell, what)) {
                work.remove(current, removal);
            }
        });
        return null;
    }

    /** Keep stands first, so that Enter alone removes nothing. */
    private static boolean isConfirmed(Shell shell, String what) {
        return new MessageDialog(shell, Texts.of("remove.title"), null,
                LegacyActionTools.escapeMnemonics(Texts.of("remove.question", DisplayText.line(what))), MessageDialog.WARNING, 0,
                Texts.of("remove.keep"), Texts.of("remove.button")).open() == 1;
    }
}
