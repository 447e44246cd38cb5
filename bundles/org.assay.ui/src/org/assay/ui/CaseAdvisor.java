package org.assay.ui;

import java.nio.file.Path;
import java.util.Optional;

import org.assay.app.Case;
import org.assay.ui.handler.AddEntryHandler;
import org.assay.ui.handler.CaptureSnapshotHandler;
import org.assay.ui.handler.CompareSnapshotsHandler;
import org.assay.ui.handler.CopyHandler;
import org.assay.ui.handler.ExportListHandler;
import org.assay.ui.handler.ExportRemediationHandler;
import org.assay.ui.handler.FailureDialog;
import org.assay.ui.handler.HelpHandler;
import org.assay.ui.handler.LogHandler;
import org.assay.ui.handler.NewCaseHandler;
import org.assay.ui.handler.OpenCaseHandler;
import org.assay.ui.handler.PerspectiveHandler;
import org.assay.ui.handler.RemoveSnapshotHandler;
import org.assay.ui.handler.RenameHostHandler;
import org.assay.ui.handler.ResumeCaptureHandler;
import org.assay.ui.handler.SampleCaseHandler;
import org.assay.ui.handler.TagHandler;
import org.assay.ui.handler.UndoTagHandler;
import org.assay.ui.handler.VerifyCaseHandler;
import org.assay.ui.handler.VerifyRemediationHandler;
import org.assay.ui.handler.VerifySnapshotHandler;
import org.assay.ui.presenter.HelpPresenter;
import org.assay.ui.text.Ids;
import org.assay.ui.text.Texts;
import org.assay.ui.work.CaseAspect;
import org.assay.ui.work.CaseJob;
import org.assay.ui.work.CaseWork;
import org.assay.ui.work.OpenCase;
import org.assay.ui.work.RecentCases;
import org.assay.ui.work.Settings;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobManager;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.preferences.ScopedPreferenceStore;
import org.eclipse.ui.services.IEvaluationService;
import org.eclipse.ui.statushandlers.AbstractStatusHandler;
import org.eclipse.ui.statushandlers.StatusManager;

/** Puts the workbench together around one {@link OpenCase}, which views find as a service. */
final class CaseAdvisor extends WorkbenchAdvisor {

    private final OpenCase openCase = new OpenCase();
    private final Optional<Path> first;
    private final Runnable started;
    private final AbstractStatusHandler failures = new FailureDialog();

    /**
     * @param first the case to begin with
     * @param started run when the workbench stands
     */
    CaseAdvisor(Optional<Path> first, Runnable started) {
        this.first = first;
        this.started = started;
    }

    @Override
    public void initialize(IWorkbenchConfigurer configurer) {
        configurer.setSaveAndRestore(true);
        Thread ui = Thread.currentThread();
        ui.setContextClassLoader(new CollectionsLoader(ui.getContextClassLoader(), Platform.getBundle(CollectionsLoader.BUNDLE)));
        IWorkbench workbench = configurer.getWorkbench();
        Display display = workbench.getDisplay();
        ScopedPreferenceStore store = new ScopedPreferenceStore(InstanceScope.INSTANCE, "org.assay.ui");
        Settings settings = new Settings(store);
        settings.chooseTimes();
        CaseWork work = new CaseWork(openCase, display::asyncExec, settings);
        IEclipseContext services = workbench.getService(IEclipseContext.class);
        services.set(OpenCase.class, openCase);
        services.set(CaseWork.class, work);
        services.set(Settings.class, settings);
        RecentCases recent = new RecentCases(store);
        services.set(RecentCases.class, recent);
        IHandlerService handlers = workbench.getService(IHandlerService.class);
        handlers.activateHandler(Ids.WELCOME, new PerspectiveHandler(Ids.WELCOME_PERSPECTIVE));
        handlers.activateHandler(Ids.TO_CASE, new PerspectiveHandler(Ids.PERSPECTIVE));
        handlers.activateHandler(Ids.HELP, HelpHandler.onActiveView());
        handlers.activateHandler(Ids.LICENCES, HelpHandler.on(HelpPresenter.Topic.LICENCES));
        handlers.activateHandler(Ids.LOG, new LogHandler());
        handlers.activateHandler(Ids.SAMPLE, new SampleCaseHandler(work));
        handlers.activateHandler(Ids.OPEN, new OpenCaseHandler(work));
        handlers.activateHandler(Ids.CREATE, new NewCaseHandler(work));
        handlers.activateHandler(Ids.CAPTURE, new CaptureSnapshotHandler(openCase, work, settings));
        handlers.activateHandler(Ids.RESUME, new ResumeCaptureHandler(openCase, work));
        handlers.activateHandler(Ids.VERIFY, new VerifySnapshotHandler(openCase, work));
        handlers.activateHandler(Ids.VERIFY_CASE, new VerifyCaseHandler(openCase, work));
        handlers.activateHandler(Ids.VERIFY_REMEDIATION, new VerifyRemediationHandler(openCase, work));
        handlers.activateHandler(Ids.REMOVE_SNAPSHOT, new RemoveSnapshotHandler(openCase, work));
        handlers.activateHandler(Ids.RENAME_HOST, new RenameHostHandler(openCase, work));
        handlers.activateHandler(Ids.ADD_ENTRY, new AddEntryHandler(openCase, work));
        handlers.activateHandler(Ids.COMPARE, new CompareSnapshotsHandler(openCase, work, settings));
        handlers.activateHandler(Ids.EXPORT, new ExportRemediationHandler(openCase, work));
        handlers.activateHandler(Ids.TAG, new TagHandler(openCase, work));
        handlers.activateHandler(Ids.EXPORT_LIST, new ExportListHandler(openCase, work));
        handlers.activateHandler(Ids.COPY_LOCATION, CopyHandler.location(openCase));
        handlers.activateHandler(Ids.COPY_DIGEST, CopyHandler.digest(openCase));
        handlers.activateHandler(IWorkbenchCommandConstants.EDIT_UNDO, UndoTagHandler.undo(openCase, work));
        handlers.activateHandler(IWorkbenchCommandConstants.EDIT_REDO, UndoTagHandler.redo(openCase, work));
        IEvaluationService enablement = workbench.getService(IEvaluationService.class);
        openCase.listen(_ -> enablement.requestEvaluation(Ids.TAG));
        openCase.listen(aspect -> {
            if (aspect == CaseAspect.CASE) {
                openCase.current().map(Case::file).ifPresent(recent::opened);
                showPerspective(openCase.current().isPresent());
            }
        });
    }

    private void showPerspective(boolean ofCase) {
        IWorkbench workbench = getWorkbenchConfigurer().getWorkbench();
        PerspectiveHandler.show(workbench.getWorkbenchWindows()[0], ofCase ? Ids.PERSPECTIVE : Ids.WELCOME_PERSPECTIVE);
    }

    @Override
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        return new CaseWindowAdvisor(configurer, openCase);
    }

    @Override
    public String getInitialWindowPerspectiveId() {
        return first.isPresent() ? Ids.PERSPECTIVE : Ids.WELCOME_PERSPECTIVE;
    }

    @Override
    public void postStartup() {
        CaseWork work = getWorkbenchConfigurer().getWorkbench().getService(CaseWork.class);
        showPerspective(first.isPresent());
        first.ifPresent(work::open);
        started.run();
    }

    @Override
    public AbstractStatusHandler getWorkbenchErrorHandler() {
        return failures;
    }

    @Override
    public void eventLoopException(Throwable failure) {
        StatusManager.getManager().handle(new Status(IStatus.ERROR, "org.assay.ui", String.valueOf(failure.getMessage()), failure),
                StatusManager.LOG | StatusManager.SHOW);
    }

    @Override
    public boolean preShutdown() {
        return Job.getJobManager().find(CaseJob.class).length == 0 || MessageDialog.openConfirm(null, Texts.of("assay"),
                Texts.of("window.close"));
    }

    /** A case is closed only after everything that works on it has ended. */
    @Override
    public void postShutdown() {
        IJobManager jobs = Job.getJobManager();
        jobs.cancel(CaseJob.class);
        try {
            jobs.join(CaseJob.class, null);
        } catch (InterruptedException | OperationCanceledException e) {
            throw new IllegalStateException("work on the case was still going on when the workbench had to end", e);
        } finally {
            openCase.current().ifPresent(Case::close);
        }
    }
}
