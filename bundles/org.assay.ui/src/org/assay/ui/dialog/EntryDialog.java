package org.assay.ui.dialog;

import java.util.Arrays;

import org.assay.app.incident.EntryArguments;
import org.assay.ui.text.DisplayText;
import org.assay.ui.text.Texts;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

/** Asks what is to be noted in the incident's log; the fields are those of the kind of entry that is chosen. */
public final class EntryDialog extends TitleAreaDialog {

    private static final int WIDTH_PIXELS = 560;

    private final EntryModel model;
    private Composite area;

    public EntryDialog(Shell shell, EntryModel model) {
        super(shell);
        this.model = model;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Texts.of("entry.title"));
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle(Texts.of("entry.heading"));
        area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        area.setLayout(new GridLayout(2, false));
        GridData filling = new GridData(SWT.FILL, SWT.FILL, true, true);
        filling.widthHint = WIDTH_PIXELS;
        area.setLayoutData(filling);
        createFields();
        return area;
    }

    private void createFields() {
        label(Texts.of("entry.kind"));
        Combo kinds = new Combo(area, SWT.READ_ONLY);
        kinds.setItems(Arrays.stream(EntryModel.Kind.values()).map(DisplayText::title).toArray(String[]::new));
        kinds.select(model.kind().ordinal());
        kinds.addListener(SWT.Selection, _ -> choose(EntryModel.Kind.values()[kinds.getSelectionIndex()]));
        ArgumentFields fields = new ArgumentFields(area, model.form(), this::validate);
        model.own().forEach(fields::add);
        label(Texts.of("entry.host")).setToolTipText(EntryArguments.HOSTS.description());
        Combo host = new Combo(area, SWT.DROP_DOWN);
        host.setItems(model.hosts().stream().map(DisplayText::line).toArray(String[]::new));
        host.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        host.addModifyListener(_ -> model.host(host.getSelectionIndex() >= 0 ? model.hosts().get(host.getSelectionIndex())
                : host.getText()));
        model.common().forEach(fields::add);
    }

    private Label label(String text) {
        Label label = new Label(area, SWT.NONE);
        label.setText(Texts.of("field.label", text));
        return label;
    }

    private void choose(EntryModel.Kind kind) {
        model.kind(kind);
        model.host("");
        Arrays.stream(area.getChildren()).forEach(Control::dispose);
        createFields();
        area.layout(true, true);
        Point needed = getShell().computeSize(getShell().getSize().x, SWT.DEFAULT);
        getShell().setSize(getShell().getSize().x, Math.max(getShell().getSize().y, needed.y));
        area.getChildren()[1].setFocus();
        validate();
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Texts.of("entry.button"), true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        validate();
    }

    private void validate() {
        setErrorMessage(model.problem().orElse(null));
        setMessage(Texts.of("entry.ready"));
        getButton(IDialogConstants.OK_ID).setEnabled(model.problem().isEmpty());
    }
}
