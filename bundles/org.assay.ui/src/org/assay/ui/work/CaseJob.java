package org.assay.ui.work;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Progress;
import org.assay.ui.handler.FailureDialog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

/** Work on a case in the background, whose result is given to the user interface's thread. */
public final class CaseJob<T> extends Job {

    private final String name;
    private final Function<Progress, T> work;
    private final Consumer<T> done;
    private final Executor ui;

    CaseJob(String name, CaseRule.Use use, Function<Progress, T> work, Consumer<T> done, Executor ui) {
        super(name);
        this.name = name;
        this.work = work;
        this.done = done;
        this.ui = ui;
        setRule(new CaseRule(use));
    }

    /** What is not an {@link AssayException} is left to the platform, which logs it and has it shown by {@link FailureDialog}. */
    @Override
    protected IStatus run(IProgressMonitor monitor) {
        monitor.beginTask("", IProgressMonitor.UNKNOWN);
        try {
            T result = work.apply(new MonitorProgress(monitor, stage -> setName(name + ": " + stage), System::nanoTime));
            ui.execute(() -> done.accept(result));
            return Status.OK_STATUS;
        } catch (AssayException e) {
            return e.code() == ErrorCode.CANCELLED ? Status.CANCEL_STATUS : new Status(IStatus.ERROR, "org.assay.ui", e.getMessage());
        }
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == CaseJob.class;
    }
}
