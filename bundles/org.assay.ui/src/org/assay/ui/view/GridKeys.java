package org.assay.ui.view;

import org.assay.ui.text.Ids;
import org.eclipse.swt.events.FocusEvent;
import org.eclipse.swt.events.FocusListener;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.contexts.IContextActivation;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.services.IServiceLocator;

/** Makes the keys that tag work while a grid has the focus, and only then. */
final class GridKeys implements FocusListener {

    private final IContextService contexts;
    private IContextActivation active;

    private GridKeys(IContextService contexts) {
        this.contexts = contexts;
    }

    static void install(Control grid, IServiceLocator site) {
        grid.addFocusListener(new GridKeys(site.getService(IContextService.class)));
    }

    @Override
    public void focusGained(FocusEvent event) {
        if (active == null) {
            active = contexts.activateContext(Ids.GRID_CONTEXT);
        }
    }

    @Override
    public void focusLost(FocusEvent event) {
        if (active != null) {
            contexts.deactivateContext(active);
            active = null;
        }
    }
}
