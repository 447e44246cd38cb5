package org.assay.ui.dialog;

import java.util.function.IntConsumer;

import org.assay.app.Argument;
import org.assay.app.CatalogueFiles;
import org.assay.app.CompareSnapshots;
import org.assay.ui.text.Texts;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

/** Asks which two snapshots to compare. */
public final class CompareDialog extends TitleAreaDialog {

    private final CompareModel model;

    public CompareDialog(Shell shell, CompareModel model) {
        super(shell);
        this.model = model;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Texts.of("compare.title"));
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle(Texts.of("compare.heading"));
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        area.setLayout(new GridLayout(2, false));
        area.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        choice(area, CompareSnapshots.BASELINE, model.baseline(), model::baseline);
        choice(area, CompareSnapshots.SUSPECT, model.suspect(), model::suspect);
        ArgumentFields fields = new ArgumentFields(area, model.form(), this::validate);
        CompareSnapshots.OPTIONS.stream().filter(argument -> argument != CatalogueFiles.ARGUMENT).forEach(fields::add);
        fields.files(CatalogueFiles.ARGUMENT);
        return area;
    }

    private void choice(Composite area, Argument<Long> argument, int selected, IntConsumer chosen) {
        ArgumentFields.label(area, argument);
        Combo combo = new Combo(area, SWT.READ_ONLY);
        combo.setItems(model.choices().toArray(String[]::new));
        combo.select(selected);
        combo.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        combo.addListener(SWT.Selection, _ -> {
            chosen.accept(combo.getSelectionIndex());
            validate();
        });
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Texts.of("compare.button"), true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        validate();
    }

    private void validate() {
        setErrorMessage(model.problem().orElse(null));
        setMessage(model.warning().orElse(Texts.of("compare.ready")),
                model.warning().isPresent() ? IMessageProvider.WARNING : IMessageProvider.NONE);
        getButton(IDialogConstants.OK_ID).setEnabled(model.problem().isEmpty());
    }
}
