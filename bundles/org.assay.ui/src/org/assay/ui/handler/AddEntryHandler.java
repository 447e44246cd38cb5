package org.assay.ui.handler;

import org.assay.ui.dialog.EntryDialog;
import org.assay.ui.dialog.EntryModel;
import org.assay.ui.work.CaseWork;
import org.assay.ui.work.OpenCase;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.handlers.HandlerUtil;

/** File &gt; Note in the Incident's Log… */
public final class AddEntryHandler extends CaseHandler {

    private final OpenCase openCase;
    private final CaseWork work;

    public AddEntryHandler(OpenCase openCase, CaseWork work) {
        super(openCase, _ -> true);
        this.openCase = openCase;
        this.work = work;
    }

    @Override
    public Object execute(ExecutionEvent event) {
        EntryModel model = new EntryModel(openCase.contents().hosts());
        if (new EntryDialog(HandlerUtil.getActiveShell(event), model).open() == Window.OK) {
            work.note(openCase.current().orElseThrow(), (current, author) -> model.request(author).run(current));
        }
        return null;
    }
}
