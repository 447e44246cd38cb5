package org.assay.ui.handler;

import java.nio.file.Path;

import org.assay.ui.text.Texts;
import org.assay.ui.work.CaseWork;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.handlers.HandlerUtil;

/** File &gt; Open Case… */
public final class OpenCaseHandler extends AbstractHandler {

    private final CaseWork work;

    public OpenCaseHandler(CaseWork work) {
        this.work = work;
    }

    @Override
    public Object execute(ExecutionEvent event) {
        FileDialog dialog = new FileDialog(HandlerUtil.getActiveShell(event), SWT.OPEN);
        dialog.setText(Texts.of("open.title"));
        dialog.setFilterExtensions("*.mv.db", "*");
        String chosen = dialog.open();
        return chosen == null ? null : work.open(Path.of(chosen));
    }
}
