package org.assay.ui.dialog;

import java.util.List;
import java.util.Optional;

import org.assay.app.CaptureSnapshot;
import org.assay.model.snapshot.Evidence;
import org.assay.model.snapshot.EvidenceKind;
import org.assay.ui.grid.Layouts;
import org.assay.ui.text.DisplayText;
import org.assay.ui.text.Texts;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.TextCellEditor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;

/** The evidence of a {@link CaptureModel}, to add to, to rename and to take from. */
final class EvidenceTable {

    private final Composite area;
    private final CaptureModel model;
    private final Runnable changed;
    private final TableViewer viewer;

    EvidenceTable(Composite parent, CaptureModel model, Runnable changed) {
        this.model = model;
        this.changed = changed;
        area = new Composite(parent, SWT.NONE);
        area.setLayout(new GridLayout(2, false));
        viewer = new TableViewer(area, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        viewer.getTable().setHeaderVisible(true);
        GridData fill = new GridData(SWT.FILL, SWT.FILL, true, true);
        fill.heightHint = 120;
        viewer.getTable().setLayoutData(fill);
        createColumns();
        createButtons();
        Label hint = new Label(area, SWT.WRAP);
        hint.setText(Texts.of("evidence.hint"));
        GridData below = new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1);
        below.widthHint = 500;
        hint.setLayoutData(below);
    }

    private void createColumns() {
        column(Texts.of("evidence.kind"), 90, new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return ((Evidence) element).kind().label();
            }
        });
        column(Texts.of("evidence.name"), 130, new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return ((Evidence) element).name();
            }
        }).setEditingSupport(new Naming());
        column(Texts.of("evidence.path"), 340, new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return DisplayText.line(((Evidence) element).path());
            }
        });
    }

    private TableViewerColumn column(String title, int width, ColumnLabelProvider labels) {
        TableViewerColumn column = new TableViewerColumn(viewer, SWT.NONE);
        column.getColumn().setText(title);
        column.getColumn().setWidth(width);
        column.setLabelProvider(labels);
        return column;
    }

    /** Changes a name where it stands. */
    private final class Naming extends EditingSupport {

        Naming() {
            super(viewer);
        }

        @Override
        protected CellEditor getCellEditor(Object element) {
            return new TextCellEditor(viewer.getTable());
        }

        @Override
        protected boolean canEdit(Object element) {
            return CaptureModel.isNamed((Evidence) element);
        }

        @Override
        protected Object getValue(Object element) {
            return ((Evidence) element).name();
        }

        @Override
        protected void setValue(Object element, Object name) {
            model.rename(model.evidence().indexOf(element), (String) name);
            refresh();
        }
    }

    private void createButtons() {
        Composite buttons = new Composite(area, SWT.NONE);
        buttons.setLayout(Layouts.stacked());
        buttons.setLayoutData(new GridData(SWT.FILL, SWT.TOP, false, false));
        CaptureSnapshot.kinds().forEach(kind -> button(buttons, Texts.of("evidence.add", DisplayText.heading(kind.title())),
                () -> add(kind)));
        button(buttons, Texts.of("evidence.remove"), this::remove);
    }

    private static void button(Composite parent, String text, Runnable pressed) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(text);
        button.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        button.addListener(SWT.Selection, _ -> pressed.run());
    }

    private void add(EvidenceKind kind) {
        String title = Texts.of("evidence.choose", DisplayText.heading(kind.title()));
        (kind.folder() ? folder(title) : file(title, kind.patterns())).ifPresent(path -> model.add(kind.kind(), path));
        refresh();
    }

    private Optional<String> folder(String title) {
        DirectoryDialog dialog = new DirectoryDialog(area.getShell());
        dialog.setText(title);
        return Optional.ofNullable(dialog.open());
    }

    private Optional<String> file(String title, List<String> patterns) {
        FileDialog dialog = new FileDialog(area.getShell(), SWT.OPEN);
        dialog.setText(title);
        dialog.setFilterExtensions(patterns.toArray(String[]::new));
        return Optional.ofNullable(dialog.open());
    }

    private void remove() {
        int index = viewer.getTable().getSelectionIndex();
        if (index >= 0) {
            model.remove(index);
            refresh();
        }
    }

    private void refresh() {
        viewer.setInput(model.evidence());
        changed.run();
    }

    Control control() {
        return area;
    }
}
