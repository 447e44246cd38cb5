package org.assay.ui.view;

import java.util.Arrays;
import java.util.Optional;

import org.assay.model.Severity;
import org.assay.model.change.ChangeKind;
import org.assay.ui.grid.Grid;
import org.assay.ui.presenter.ChangeFilter;
import org.assay.ui.presenter.ChangesPresenter;
import org.assay.ui.text.DisplayText;
import org.assay.ui.text.Texts;
import org.assay.ui.work.Look;
import org.assay.ui.work.ShownLead;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/** The row of fields above the changes that narrows down which are shown. */
final class ChangeFilterBar {

    private final Runnable apply;
    private final Text field;
    private final Combo severity;
    private ChangeFilter requested;

    /** Filters what {@code grid} shows and calls {@code filtered} after that. */
    ChangeFilterBar(Composite parent, ChangesPresenter presenter, Grid<?> grid, Runnable filtered) {
        requested = presenter.filter();
        apply = () -> {
            grid.reorder(() -> presenter.filter(requested));
            filtered.run();
        };
        Composite row = new Composite(parent, SWT.NONE);
        row.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        row.setLayout(new GridLayout(ChangeKind.values().length + 4, false));
        row.moveAbove(grid.control());
        field = FilterField.create(row, Texts.of("changes.filter"), text -> {
            requested = requested.text(text);
            apply.run();
        });
        for (ChangeKind kind : ChangeKind.values()) {
            check(row, DisplayText.title(kind), true).addListener(SWT.Selection, event -> {
                requested = requested.kind(kind, ((Button) event.widget).getSelection());
                apply.run();
            });
        }
        severity = createSeverity(row);
        check(row, Texts.of("changes.untagged"), false).addListener(SWT.Selection, event -> {
            requested = requested.untaggedOnly(((Button) event.widget).getSelection());
            apply.run();
        });
        check(row, Texts.of("changes.explained"), false).addListener(SWT.Selection, event -> {
            requested = requested.explained(((Button) event.widget).getSelection());
            apply.run();
        });
    }

    /** Shows what is looked for, in the list and in the fields. */
    void look(Look look) {
        requested = requested.text(look.text()).least(look.least());
        field.setText(look.text());
        severity.select(look.least().ordinal());
        apply.run();
    }

    /** Shows the changes of this lead alone, or no longer. */
    void follow(Optional<ShownLead> lead) {
        requested = requested.lead(lead);
        apply.run();
    }

    private Combo createSeverity(Composite row) {
        Combo choice = new Combo(row, SWT.READ_ONLY);
        choice.setItems(Arrays.stream(Severity.values())
                .map(ChangeFilterBar::atLeast)
                .toArray(String[]::new));
        choice.select(0);
        choice.addListener(SWT.Selection, _ -> {
            requested = requested.least(Severity.values()[choice.getSelectionIndex()]);
            apply.run();
        });
        return choice;
    }

    private static String atLeast(Severity least) {
        return switch (least) {
            case INFO -> Texts.of("changes.allSeverities");
            case LOW, MEDIUM -> Texts.of("changes.andUp", DisplayText.title(least));
            case HIGH -> Texts.of("changes.highest");
        };
    }

    private static Button check(Composite row, String text, boolean selected) {
        Button button = new Button(row, SWT.CHECK);
        button.setText(text);
        button.setSelection(selected);
        return button;
    }
}
