package org.assay.ui.dialog;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import org.assay.ui.text.Texts;
import org.assay.ui.text.TimeStyle;
import org.assay.ui.work.Settings;
import org.eclipse.jface.preference.ComboFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.ListEditor;
import org.eclipse.jface.preference.StringFieldEditor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;

/** What the user prefers. */
public final class SettingsPage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

    private static final Instant EXAMPLE = Instant.parse("2026-11-30T16:05:07Z");

    public SettingsPage() {
        super(GRID);
    }

    @Override
    public void init(IWorkbench workbench) {
        setPreferenceStore(workbench.getService(Settings.class).store());
        setDescription(Texts.of("settings.said"));
    }

    @Override
    protected void createFieldEditors() {
        Composite parent = getFieldEditorParent();
        addField(new StringFieldEditor(Settings.EXAMINER, Texts.of("settings.examiner"), parent));
        if (SWT.getPlatform().equals("gtk")) {
            addField(new ComboFieldEditor(Settings.THEME, Texts.of("settings.theme"), choices(Settings.Theme.values(), SettingsPage::said),
                    parent));
        }
        addField(new ComboFieldEditor(Settings.TIME_ZONE, Texts.of("settings.zone"),
                new String[][] { { "UTC", "UTC" }, { Texts.of("settings.zone.local"), TimeStyle.LOCAL } }, parent));
        addField(new ComboFieldEditor(Settings.TIME_STYLE, Texts.of("settings.time"), choices(TimeStyle.values(),
                style -> style.in(ZoneOffset.UTC).format(EXAMPLE)), parent));
        addField(new FilesEditor(Settings.CATALOGUES, Texts.of("settings.catalogues"), parent));
        addField(new FilesEditor(Settings.TRUSTED, Texts.of("settings.trusted"), parent));
    }

    private static String said(Settings.Theme theme) {
        return switch (theme) {
            case SYSTEM -> Texts.of("settings.theme.system");
            case LIGHT -> Texts.of("settings.theme.light");
            case DARK -> Texts.of("settings.theme.dark");
        };
    }

    private static <E extends Enum<E>> String[][] choices(E[] constants, Function<E, String> said) {
        return Arrays.stream(constants).map(one -> new String[] { said.apply(one), one.name() }).toArray(String[][]::new);
    }

    /** A list of files, kept a line each; a name with a line break in it cannot be kept. */
    private static final class FilesEditor extends ListEditor {

        FilesEditor(String key, String label, Composite parent) {
            super(key, label, parent);
        }

        @Override
        protected String createList(String[] items) {
            return String.join("\n", items);
        }

        @Override
        protected String[] parseString(String kept) {
            List<String> files = new ArrayList<>(kept.lines().toList());
            files.removeIf(String::isEmpty);
            return files.toArray(String[]::new);
        }

        @Override
        protected String getNewInputObject() {
            String chosen = new FileDialog(getShell(), SWT.OPEN).open();
            return chosen == null || chosen.lines().count() != 1 ? null : chosen;
        }
    }
}
