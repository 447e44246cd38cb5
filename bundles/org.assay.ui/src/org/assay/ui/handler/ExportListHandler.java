package org.assay.ui.handler;

import java.nio.file.Path;
import java.util.Locale;

import org.assay.ui.text.Ids;
import org.assay.ui.text.Texts;
import org.assay.ui.view.ComparisonView;
import org.assay.ui.work.CaseWork;
import org.assay.ui.work.OpenCase;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.handlers.HandlerUtil;

/** File &gt; Export List…: writes the rows that the active list shows, or that of changes, as CSV. */
public final class ExportListHandler extends CaseHandler {

    private final CaseWork work;

    public ExportListHandler(OpenCase openCase, CaseWork work) {
        super(openCase, open -> open.shown().isPresent());
        this.work = work;
    }

    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchPart active = HandlerUtil.getActivePart(event) instanceof ComparisonView view ? view
                : HandlerUtil.getActiveWorkbenchWindow(event).getActivePage().findView(Ids.CHANGES_VIEW);
        if (active instanceof ComparisonView view) {
            FileDialog dialog = new FileDialog(HandlerUtil.getActiveShell(event), SWT.SAVE);
            dialog.setText(Texts.of("list.title", view.getTitle()));
            dialog.setFileName(Texts.of("list.file", view.getTitle().toLowerCase(Locale.ROOT)));
            dialog.setOverwrite(true);
            String chosen = dialog.open();
            return chosen == null ? null : work.write(Path.of(chosen), view.csv());
        }
        return null;
    }
}
