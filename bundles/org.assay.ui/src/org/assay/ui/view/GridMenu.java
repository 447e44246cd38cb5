package org.assay.ui.view;

import org.assay.ui.grid.Grid;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.menus.IMenuService;

/** The context menu of a grid of changes, as {@code plugin.xml} fills it. */
final class GridMenu {

    private GridMenu() {
    }

    static void install(Grid<?> grid, IWorkbenchPartSite site) {
        MenuManager menu = new MenuManager();
        IMenuService menus = site.getService(IMenuService.class);
        menus.populateContributionManager(menu, "popup:org.assay.ui.tags");
        grid.menu(menu);
        grid.control().addDisposeListener(_ -> {
            menus.releaseContributions(menu);
            menu.dispose();
        });
    }
}
