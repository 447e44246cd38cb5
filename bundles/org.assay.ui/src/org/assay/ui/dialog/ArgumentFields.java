package org.assay.ui.dialog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.assay.app.Argument;
import org.assay.app.ArgumentType;
import org.assay.ui.text.DisplayText;
import org.assay.ui.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Fields for the arguments of a use case, made from their descriptions, in an area of two columns. */
final class ArgumentFields {

    private final Composite area;
    private final ArgumentForm form;
    private final Runnable changed;

    /** {@code changed} is run after every entry. */
    ArgumentFields(Composite area, ArgumentForm form, Runnable changed) {
        this.area = area;
        this.form = form;
        this.changed = changed;
    }

    /** A field for an argument that has one value, or several that can be written in one line. */
    void add(Argument<?> argument) {
        switch (argument.type()) {
            case ArgumentType.Flag _ -> flag(argument);
            case ArgumentType.Choice<?> choice -> choice(argument, choice);
            case ArgumentType.Text _, ArgumentType.WholeNumber _, ArgumentType.Size _, ArgumentType.FilePath _, ArgumentType.EvidencePath _,
                    ArgumentType.Several<?> _ -> text(argument);
        }
    }

    /** A field for text with proposals. */
    void proposing(Argument<String> argument, List<String> proposals) {
        label(area, argument);
        Combo field = new Combo(area, SWT.DROP_DOWN);
        field.setItems(proposals.toArray(String[]::new));
        filling(field, argument);
        field.addModifyListener(_ -> enter(argument, field.getText()));
    }

    /** The label of a field, which a dialog fills itself. */
    static Label label(Composite area, Argument<?> argument) {
        Label label = new Label(area, SWT.NONE);
        label.setText(Texts.of("field.label", argument.label()));
        label.setToolTipText(argument.description());
        return label;
    }

    /** A list of files, which are chosen one by one. */
    void files(Argument<List<Path>> argument) {
        label(area, argument);
        Composite row = new Composite(area, SWT.NONE);
        GridLayout layout = new GridLayout(3, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        row.setLayout(layout);
        row.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        Text shown = new Text(row, SWT.BORDER | SWT.READ_ONLY);
        shown.setMessage(Texts.of("field.optional"));
        shown.setText(listed(form.values().get(argument)));
        filling(shown, argument);
        button(row, "field.add", () -> chosen().ifPresent(file -> show(argument, shown, with(argument, file))));
        button(row, "field.clear", () -> show(argument, shown, List.of()));
    }

    private Optional<Path> chosen() {
        return Optional.ofNullable(new FileDialog(area.getShell(), SWT.OPEN).open()).map(Path::of);
    }

    private List<Path> with(Argument<List<Path>> argument, Path file) {
        List<Path> files = new ArrayList<>(form.values().get(argument));
        files.add(file);
        return files;
    }

    private void show(Argument<List<Path>> argument, Text shown, List<Path> files) {
        form.values().put(argument, files);
        shown.setText(listed(files));
        changed.run();
    }

    private static String listed(List<Path> files) {
        return files.stream().map(file -> DisplayText.line(file.toString())).collect(Collectors.joining(", "));
    }

    private static void button(Composite row, String key, Runnable pressed) {
        Button button = new Button(row, SWT.PUSH);
        button.setText(Texts.of(key));
        button.addListener(SWT.Selection, _ -> pressed.run());
    }

    private void flag(Argument<?> argument) {
        new Label(area, SWT.NONE);
        Button field = new Button(area, SWT.CHECK);
        field.setText(argument.label());
        field.setToolTipText(argument.description());
        field.setSelection(Boolean.parseBoolean(form.text(argument)));
        field.addListener(SWT.Selection, _ -> enter(argument, String.valueOf(field.getSelection())));
    }

    private void choice(Argument<?> argument, ArgumentType.Choice<?> choice) {
        label(area, argument);
        Enum<?>[] constants = choice.constants().getEnumConstants();
        Combo field = new Combo(area, SWT.READ_ONLY);
        field.setItems(Arrays.stream(constants).map(DisplayText::title).toArray(String[]::new));
        field.setToolTipText(argument.description());
        for (int index = 0; index < constants.length; index++) {
            if (constants[index].name().equalsIgnoreCase(form.text(argument))) {
                field.select(index);
            }
        }
        field.addListener(SWT.Selection, _ -> enter(argument, constants[field.getSelectionIndex()].name()));
    }

    private void text(Argument<?> argument) {
        label(area, argument);
        Text field = new Text(area, SWT.BORDER);
        field.setText(form.text(argument));
        field.setMessage(!argument.type().bounds().isEmpty() ? argument.type().bounds()
                : argument.required() ? "" : Texts.of("field.optional"));
        filling(field, argument);
        field.addModifyListener(_ -> enter(argument, field.getText()));
    }

    private static void filling(Control field, Argument<?> argument) {
        field.setToolTipText(argument.description());
        field.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    }

    private void enter(Argument<?> argument, String text) {
        form.enter(argument, text);
        changed.run();
    }
}
