package org.assay.ui.dialog;

import java.util.Arrays;
import java.util.Collection;

import org.assay.model.Role;
import org.assay.ui.text.DisplayText;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

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
        shell.setText("Capture Snapshot");
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle("Capture a snapshot of one machine");
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        area.setLayout(new GridLayout(2, false));
        area.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        label(area, "Host:");
        Combo host = new Combo(area, SWT.DROP_DOWN);
        host.setItems(hosts.toArray(String[]::new));
        host.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        host.addModifyListener(_ -> {
            model.host(host.getText());
            validate();
        });
        label(area, "Role:");
        Combo role = new Combo(area, SWT.READ_ONLY);
        role.setItems(Arrays.stream(Role.values()).map(DisplayText::title).toArray(String[]::new));
        role.select(model.role().ordinal());
        role.addListener(SWT.Selection, _ -> model.role(Role.values()[role.getSelectionIndex()]));
        label(area, "Label:");
        Text label = new Text(area, SWT.BORDER);
        label.setMessage("optional");
        label.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        label.addModifyListener(_ -> model.label(label.getText()));
        label(area, "Evidence:").setLayoutData(new GridData(SWT.BEGINNING, SWT.TOP, false, false));
        new EvidenceTable(area, model, this::validate).control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        return area;
    }

    private static Label label(Composite area, String text) {
        Label label = new Label(area, SWT.NONE);
        label.setText(text);
        return label;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, "Capture", true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        validate();
    }

    private void validate() {
        setMessage(model.problem().orElse("Everything is read, nothing is changed. The capture can be cancelled at any time."));
        if (getButton(IDialogConstants.OK_ID) != null) {
            getButton(IDialogConstants.OK_ID).setEnabled(model.problem().isEmpty());
        }
    }
}
