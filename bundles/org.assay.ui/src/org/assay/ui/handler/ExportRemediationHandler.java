package org.assay.ui.handler;

import java.nio.file.Path;

import org.assay.app.Export;
import org.assay.app.GapSentences;
import org.assay.ui.text.DisplayText;
import org.assay.ui.text.Texts;
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
        dialog.setText(Texts.of("export.title"));
        dialog.setMessage(Texts.of("export.choose"));
        String chosen = dialog.open();
        return chosen == null ? null : work.export(openCase.current().orElseThrow(), openCase.shown().orElseThrow().comparison().id(),
                Path.of(chosen), export -> MessageDialog.openInformation(shell, Texts.of("export.done"), report(export)));
    }

    /** What was written, what is left for a person to do, and that there may be more to do where something could not be read. */
    public static String report(Export export) {
        return LegacyActionTools.escapeMnemonics(Texts.of("export.report", DisplayText.count(export.files().size(), "file"),
                export.folder(),
                DisplayText.count(export.actions() + export.manualSteps(), "action"), DisplayText.count(export.manualSteps(), "step"))
                + GapSentences.ofComparison(export.gaps()).map(gaps -> "\n\n" + DisplayText.sentence(gaps)).orElse(""));
    }
}
