package org.assay.ui.handler;

import org.assay.app.Case;
import org.assay.ui.work.CaseWork;
import org.assay.ui.work.OpenCase;
import org.assay.ui.work.ShownComparison;
import org.eclipse.core.commands.ExecutionEvent;

/** Edit &gt; Undo and Edit &gt; Redo: takes the last decision back, or decides so again. */
public final class UndoTagHandler extends CaseHandler {

    private final OpenCase openCase;
    private final CaseWork work;
    private final boolean again;

    private UndoTagHandler(OpenCase openCase, CaseWork work, boolean again) {
        super(openCase, open -> open.shown().map(ShownComparison::history)
                .filter(history -> (again ? history.redo() : history.undo()).isPresent()).isPresent());
        this.openCase = openCase;
        this.work = work;
        this.again = again;
    }

    public static UndoTagHandler undo(OpenCase openCase, CaseWork work) {
        return new UndoTagHandler(openCase, work, false);
    }

    public static UndoTagHandler redo(OpenCase openCase, CaseWork work) {
        return new UndoTagHandler(openCase, work, true);
    }

    @Override
    public Object execute(ExecutionEvent event) {
        Case current = openCase.current().orElseThrow();
        ShownComparison shown = openCase.shown().orElseThrow();
        return again ? work.redo(current, shown) : work.undo(current, shown);
    }
}
