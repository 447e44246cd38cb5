package org.assay.ui.handler;

import org.assay.ui.work.CaseWork;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;

/** File &gt; Sample Case: opens the sample outbreak, which is made the first time. */
public final class SampleCaseHandler extends AbstractHandler {

    private final CaseWork work;

    public SampleCaseHandler(CaseWork work) {
        this.work = work;
    }

    @Override
    public Object execute(ExecutionEvent event) {
        return work.sample(CaseWork.SAMPLE);
    }
}
