package org.assay.ui.dialog;

import org.assay.app.TagChanges;
import org.assay.model.change.Decision;
import org.assay.ui.text.DisplayText;
import org.assay.ui.text.Texts;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks for a decision and a note. */
public final class TagDialog extends Dialog {

    private final String subject;
    private Decision decision = Decision.INVESTIGATE;
    private String note = "";

    /** {@code subject} says what is decided on. */
    public TagDialog(Shell shell, String subject) {
        super(shell);
        this.subject = subject;
    }

    public Decision decision() {
        return decision;
    }

    public String note() {
        return note;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Texts.of("tag.title", subject));
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        ArgumentFields.label(area, TagChanges.DECISION);
        for (Decision choice : Decision.values()) {
            Button button = new Button(area, SWT.RADIO);
            button.setText(DisplayText.title(choice));
            button.setSelection(choice == decision);
            button.addListener(SWT.Selection, _ -> decision = choice);
        }
        ArgumentFields.label(area, TagChanges.NOTE);
        Text text = new Text(area, SWT.BORDER | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL);
        GridData fill = new GridData(SWT.FILL, SWT.FILL, true, true);
        fill.widthHint = 420;
        fill.heightHint = 80;
        text.setLayoutData(fill);
        text.addModifyListener(_ -> note = text.getText().strip());
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Texts.of("tag.button"), true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    }
}
