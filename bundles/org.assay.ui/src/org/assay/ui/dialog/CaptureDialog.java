package org.assay.ui.dialog;

import java.util.Collection;
import java.util.List;

import org.assay.app.CaptureSnapshot;
import org.assay.app.CatalogueFiles;
import org.assay.app.SelectionArguments;
import org.assay.ui.text.Texts;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

/** Asks what to capture. */
public final class CaptureDialog extends TitleAreaDialog {

    private final CaptureModel model;
    private final Collection<String> hosts;

    /** {@code hosts} are offered as names. */
    public CaptureDialog(Shell shell, CaptureModel model, Collection<String> hosts) {
        super(shell);
        this.model = model;
        this.hosts = hosts;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Texts.of("capture.title"));
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle(Texts.of("capture.heading"));
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        area.setLayout(new GridLayout(2, false));
        area.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        ArgumentFields fields = new ArgumentFields(area, model.form(), this::validate);
        fields.proposing(CaptureSnapshot.HOST, List.copyOf(hosts));
        fields.add(CaptureSnapshot.ROLE);
        fields.add(CaptureSnapshot.LABEL);
        Label evidence = new Label(area, SWT.NONE);
        evidence.setText(Texts.of("capture.evidence"));
        evidence.setLayoutData(new GridData(SWT.BEGINNING, SWT.TOP, false, false));
        new EvidenceTable(area, model, this::validate).control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        fields.add(CaptureSnapshot.NO_HIVES);
        fields.add(CaptureSnapshot.DELETED);
        fields.add(CaptureSnapshot.ONE_FILE_SYSTEM);
        List.of(SelectionArguments.ONLY, SelectionArguments.EXCLUDED, SelectionArguments.MAX_SIZE).forEach(fields::add);
        fields.add(CaptureSnapshot.DIGESTS);
        fields.add(CaptureSnapshot.THREADS);
        fields.files(CatalogueFiles.ARGUMENT);
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Texts.of("capture.button"), true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        validate();
    }

    private void validate() {
        setMessage(model.problem().orElse(Texts.of("capture.ready")));
        if (getButton(IDialogConstants.OK_ID) != null) {
            getButton(IDialogConstants.OK_ID).setEnabled(model.problem().isEmpty());
        }
    }
}
