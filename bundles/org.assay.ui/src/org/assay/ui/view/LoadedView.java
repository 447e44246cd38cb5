package org.assay.ui.view;

import java.util.Optional;
import java.util.function.BiFunction;

import org.assay.app.Case;
import org.assay.model.Progress;
import org.assay.ui.work.CaseAspect;
import org.assay.ui.work.CaseWork;
import org.assay.ui.work.OpenCase;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.part.ViewPart;

/**
 * A view of something that is read from the case when it is looked at, in the background, and again after the case has changed.
 *
 * @param <T> what is read
 */
abstract class LoadedView<T> extends ViewPart {

    private OpenCase openCase;
    private Runnable stopListening = () -> { };
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
    public final void createPartControl(Composite parent) {
        openCase = getSite().getService(OpenCase.class);
        createContent(parent);
        stopListening = openCase.listen(aspect -> {
            if (concerns(aspect)) {
                stale = true;
                loadIfSeen();
            }
        });
        getSite().getPage().addPartListener(visibility);
        show(Optional.empty());
        parent.getDisplay().asyncExec(() -> {
            if (!parent.isDisposed()) {
                loadIfSeen();
            }
        });
    }

    abstract void createContent(Composite parent);

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
        Optional<BiFunction<Case, Progress, T>> question = openCase.current().flatMap(_ -> question());
        if (question.isEmpty()) {
            show(Optional.empty());
        } else {
            getSite().getService(CaseWork.class).ask(openCase.current().orElseThrow(), getTitle(), question.get(), read -> {
                if (mine == asked) {
                    show(Optional.of(read));
                }
            });
        }
    }

    final OpenCase openCase() {
        return openCase;
    }

    @Override
    public void dispose() {
        asked++;
        stopListening.run();
        getSite().getPage().removePartListener(visibility);
        super.dispose();
    }
}
