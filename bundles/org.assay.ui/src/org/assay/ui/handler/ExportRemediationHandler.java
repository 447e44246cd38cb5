package org.assay.ui.handler;

import java.nio.file.Path;

import org.assay.app.Export;
import org.assay.app.GapSentences;
import org.assay.model.Action;
import org.assay.ui.text.DisplayText;
import org.assay.ui.work.CaseWork;
import org.assay.ui.work.OpenCase;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.action.LegacyActionTools;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;

/** File &gt; Export Remediation… */
public final class ExportRemediationHandler extends CaseHandler {

    private final OpenCase openCase;
    private final CaseWork work;

    public ExportRemediationHandler(OpenCase openCase, CaseWork work) {
        super(openCase, open -> open.shown().isPresent());
        this.openCase = openCase;
        this.work = work;
    }

    @Override
    public Object execute(ExecutionEvent event) {
        Shell shell = HandlerUtil.getActiveShell(event);
        DirectoryDialog dialog = new DirectoryDialog(shell, SWT.SAVE);
        dialog.setText("Export Remediation");
        dialog.setMessage("Choose an empty folder for the remediation that follows from the tags.");
        String chosen = dialog.open();
        return chosen == null ? null : work.export(openCase.current().orElseThrow(), openCase.shown().orElseThrow().comparison().id(),
                Path.of(chosen), export -> MessageDialog.openInformation(shell, "Remediation Exported", report(export)));
    }

    /** What was written, what is left for a person to do, and that there may be more to do where something could not be read. */
    public static String report(Export export) {
        long byHand = export.plan().actions().stream().filter(Action.ManualStep.class::isInstance).count();
        return LegacyActionTools.escapeMnemonics(DisplayText.count(export.files().size(), "file") + " written to " + export.folder() + ".\n\n"
                + DisplayText.count(export.plan().actions().size(), "action") + ", of which " + DisplayText.count(byHand, "step")
                + " must be done by a person. Nothing has been carried out: read the files before you run them."
                + GapSentences.ofComparison(export.gaps()).map(gaps -> "\n\n" + DisplayText.sentence(gaps)).orElse(""));
    }
}
