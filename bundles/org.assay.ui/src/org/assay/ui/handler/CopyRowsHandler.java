package org.assay.ui.handler;

import org.assay.ui.view.ComparisonView;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Edit &gt; Copy in a grid: the selected rows, cells apart by tabs, as they are shown. */
public final class CopyRowsHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActivePart(event) instanceof ComparisonView view && !view.selectedText().isEmpty()) {
            CopyHandler.copy(event, view.selectedText());
        }
        return null;
    }
}
