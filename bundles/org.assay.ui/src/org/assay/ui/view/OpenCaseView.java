package org.assay.ui.view;

import java.util.Set;

import org.assay.ui.grid.Grid;
import org.assay.ui.work.CaseAspect;
import org.assay.ui.work.OpenCase;
import org.assay.ui.work.Settings;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;

/** A view that follows what is open, for as long as it is there. */
abstract class OpenCaseView extends ViewPart {

    private OpenCase openCase;
    private Runnable stopListening = () -> { };

    @Override
    public final void createPartControl(Composite parent) {
        openCase = getSite().getService(OpenCase.class);
        createContent(parent);
        stopListening = openCase.listen(this::changed);
        begin(parent);
    }

    abstract void createContent(Composite parent);

    /** Shows what is there already, once everything is made. */
    abstract void begin(Composite parent);

    /** This of what is open is another now. */
    abstract void changed(CaseAspect aspect);

    /** Shows the columns of {@code grid} that the user chose, {@code usual} being hidden at first, and remembers what is chosen next. */
    final void rememberColumns(Grid<?> grid, String name, Set<Integer> usual) {
        Settings settings = getSite().getService(Settings.class);
        String table = getSite().getId() + name;
        grid.hideColumns(settings.hiddenColumns(table, usual), hidden -> settings.hideColumns(table, hidden));
    }

    final OpenCase openCase() {
        return openCase;
    }

    @Override
    public void dispose() {
        stopListening.run();
        super.dispose();
    }
}
