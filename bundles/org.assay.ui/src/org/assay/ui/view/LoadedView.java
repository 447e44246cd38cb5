package org.assay.ui.view;

import java.util.Optional;
import java.util.function.BiFunction;

import org.assay.app.Case;
import org.assay.model.Progress;
import org.assay.ui.work.CaseAspect;
import org.assay.ui.work.CaseWork;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPartReference;

/**
 * A view of something that is read from the case when it is looked at, in the background, and again after the case has changed.
 *
 * @param <T> what is read
 */
abstract class LoadedView<T> extends OpenCaseView {

    private boolean stale = true;
    private int asked;

    private final IPartListener2 visibility = new IPartListener2() {
        @Override
        public void partVisible(IWorkbenchPartReference part) {
            if (part.getPart(false) == LoadedView.this) {
                loadIfSeen();
            }
        }
    };

    @Override
    final void begin(Composite parent) {
        getSite().getPage().addPartListener(visibility);
        show(Optional.empty());
        parent.getDisplay().asyncExec(() -> {
            if (!parent.isDisposed()) {
                loadIfSeen();
            }
        });
    }

    @Override
    final void changed(CaseAspect aspect) {
        if (concerns(aspect)) {
            stale = true;
            loadIfSeen();
        }
    }

    /** What is to be read of the open case as it stands; empty where there is nothing to read. */
    abstract Optional<BiFunction<Case, Progress, T>> question();

    /** Shows what was read, or that there is nothing. */
    abstract void show(Optional<T> read);

    /** Whether after such a change something else may have to be shown. */
    abstract boolean concerns(CaseAspect aspect);

    private void loadIfSeen() {
        if (!stale || !getSite().getPage().isPartVisible(this)) {
            return;
        }
        stale = false;
        asked++;
        int mine = asked;
        Optional<BiFunction<Case, Progress, T>> question = openCase().current().flatMap(_ -> question());
        if (question.isEmpty()) {
            show(Optional.empty());
        } else {
            getSite().getService(CaseWork.class).ask(openCase().current().orElseThrow(), getTitle(), question.get(), read -> {
                if (mine == asked) {
                    show(Optional.of(read));
                }
            });
        }
    }

    @Override
    public void dispose() {
        asked++;
        getSite().getPage().removePartListener(visibility);
        super.dispose();
    }
}
