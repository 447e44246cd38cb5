package org.assay.ui.handler;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Shows a perspective. */
public final class PerspectiveHandler extends AbstractHandler {

    private final String perspective;

    /** @param perspective its id */
    public PerspectiveHandler(String perspective) {
        this.perspective = perspective;
    }

    @Override
    public Object execute(ExecutionEvent event) {
        show(HandlerUtil.getActiveWorkbenchWindow(event), perspective);
        return null;
    }

    /** Shows the perspective with this id in {@code window}. */
    public static void show(IWorkbenchWindow window, String perspective) {
        IWorkbench workbench = window.getWorkbench();
        try {
            workbench.showPerspective(perspective, window);
        } catch (WorkbenchException e) {
            throw new IllegalStateException("there is no perspective " + perspective, e);
        }
    }
}
