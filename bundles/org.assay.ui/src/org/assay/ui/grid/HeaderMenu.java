package org.assay.ui.grid;

import org.assay.ui.text.Texts;
import org.eclipse.jface.action.LegacyActionTools;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.hideshow.ResizeColumnHideShowLayer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** What a right click on the titles of a grid offers: which columns are shown, and the fields that filter by them. */
final class HeaderMenu {

    private final NatTable table;
    private final TablePresenter<?> presenter;
    private final GridHeader header;
    private final ResizeColumnHideShowLayer columns;
    private final Runnable chosen;

    /** @param chosen runs after other columns were chosen */
    HeaderMenu(NatTable table, TablePresenter<?> presenter, GridHeader header, ResizeColumnHideShowLayer columns, Runnable chosen) {
        this.table = table;
        this.presenter = presenter;
        this.header = header;
        this.columns = columns;
        this.chosen = chosen;
    }

    /** Opens it from now on. */
    void install() {
        table.addListener(SWT.MenuDetect, this::detect);
    }

    private void detect(Event event) {
        Point place = table.toControl(event.x, event.y);
        if (event.detail == SWT.MENU_MOUSE && place.y >= 0 && place.y < header.layer().getHeight()) {
            event.doit = false;
            Menu menu = create();
            menu.setLocation(event.x, event.y);
            menu.addListener(SWT.Hide, _ -> table.getDisplay().asyncExec(menu::dispose));
            menu.setVisible(true);
        }
    }

    /** A menu as things are now; whoever opens it disposes of it. */
    Menu create() {
        Menu menu = new Menu(table);
        MenuItem filter = item(menu, Texts.of("grid.filter"), header.isFiltering());
        filter.addListener(SWT.Selection, _ -> header.filter(filter.getSelection()));
        new MenuItem(menu, SWT.SEPARATOR);
        int shown = presenter.columns().size() - columns.getHiddenColumnIndexes().size();
        for (int at = 0; at < presenter.columns().size(); at++) {
            int column = at;
            boolean hidden = columns.getHiddenColumnIndexes().contains(column);
            MenuItem item = item(menu, LegacyActionTools.escapeMnemonics(presenter.columns().get(column).title()), !hidden);
            item.setEnabled(hidden || shown > 1);
            item.addListener(SWT.Selection, _ -> {
                if (hidden) {
                    columns.showColumnIndexes(column);
                } else {
                    header.clear(column);
                    columns.hideColumnIndexes(column);
                }
                chosen.run();
            });
        }
        return menu;
    }

    private static MenuItem item(Menu menu, String text, boolean checked) {
        MenuItem item = new MenuItem(menu, SWT.CHECK);
        item.setText(text);
        item.setSelection(checked);
        return item;
    }
}
