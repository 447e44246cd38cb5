package org.assay.ui.handler;

import org.assay.app.edit.RenameHost;
import org.assay.ui.text.DisplayText;
import org.assay.ui.text.Texts;
import org.assay.ui.work.CaseWork;
import org.assay.ui.work.OpenCase;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.action.LegacyActionTools;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.handlers.HandlerUtil;

/** File &gt; Rename Host: asks what the host of the selected snapshot is to be called. */
public final class RenameHostHandler extends CaseHandler {

    private final OpenCase openCase;
    private final CaseWork work;

    public RenameHostHandler(OpenCase openCase, CaseWork work) {
        super(openCase, open -> open.snapshot().isPresent());
        this.openCase = openCase;
        this.work = work;
    }

    @Override
    public Object execute(ExecutionEvent event) {
        String host = openCase.snapshot().orElseThrow().sheet().snapshot().host();
        InputDialog dialog = new InputDialog(HandlerUtil.getActiveShell(event), Texts.of("rename.title"),
                LegacyActionTools.escapeMnemonics(Texts.of("rename.question", DisplayText.line(host))), host, name -> obstacle(host, name));
        if (dialog.open() == Window.OK) {
            work.rename(openCase.current().orElseThrow(), new RenameHost(host, dialog.getValue()));
        }
        return null;
    }

    /** Why the host cannot be called so; null, as JFace has it, when it can. The case itself asks again. */
    private String obstacle(String host, String name) {
        boolean taken = openCase.contents().snapshots().stream().anyMatch(snapshot -> snapshot.host().equals(name));
        return name.isBlank() ? Texts.of("rename.blank") : name.equals(host) ? "" : taken ? Texts.of("rename.taken") : null;
    }
}
