package org.assay.ui.handler;

import org.assay.ui.work.CaseWork;
import org.assay.ui.work.OpenCase;
import org.eclipse.core.commands.ExecutionEvent;

/** File &gt; Resume Capture: resumes that of the selected snapshot. */
public final class ResumeCaptureHandler extends CaseHandler {

    private final OpenCase openCase;
    private final CaseWork work;

    public ResumeCaptureHandler(OpenCase openCase, CaseWork work) {
        super(openCase, open -> open.snapshot().filter(shown -> shown.sheet().obstacle().isEmpty()).isPresent());
        this.openCase = openCase;
        this.work = work;
    }

    @Override
    public Object execute(ExecutionEvent event) {
        work.resume(openCase.current().orElseThrow(), openCase.snapshot().orElseThrow());
        return null;
    }
}
