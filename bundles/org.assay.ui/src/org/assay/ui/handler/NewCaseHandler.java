package org.assay.ui.handler;

import java.nio.file.Path;

import org.assay.ui.text.Texts;
import org.assay.ui.work.CaseWork;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.handlers.HandlerUtil;

/** File &gt; New Case… */
public final class NewCaseHandler extends AbstractHandler {

    private final CaseWork work;

    public NewCaseHandler(CaseWork work) {
        this.work = work;
    }

    @Override
    public Object execute(ExecutionEvent event) {
        FileDialog dialog = new FileDialog(HandlerUtil.getActiveShell(event), SWT.SAVE);
        dialog.setText(Texts.of("new.title"));
        dialog.setFileName("case.mv.db");
        String chosen = dialog.open();
        return chosen == null ? null : work.create(Path.of(chosen));
    }
}
