package org.assay.ui.handler;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.assay.model.snapshot.Role;
import org.assay.model.snapshot.Snapshot;
import org.assay.ui.dialog.CaptureDialog;
import org.assay.ui.dialog.CaptureModel;
import org.assay.ui.work.CaseWork;
import org.assay.ui.work.OpenCase;
import org.assay.ui.work.Settings;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.handlers.HandlerUtil;

/** File &gt; Capture… */
public final class CaptureSnapshotHandler extends CaseHandler {

    private final OpenCase openCase;
    private final CaseWork work;
    private final Settings settings;

    public CaptureSnapshotHandler(OpenCase openCase, CaseWork work, Settings settings) {
        super(openCase, open -> open.current().isPresent());
        this.openCase = openCase;
        this.work = work;
        this.settings = settings;
    }

    @Override
    public Object execute(ExecutionEvent event) {
        List<Snapshot> snapshots = openCase.contents().snapshots();
        boolean baseline = snapshots.stream().anyMatch(snapshot -> snapshot.role() == Role.BASELINE);
        CaptureModel model = new CaptureModel(baseline ? Role.SUSPECT : Role.BASELINE, settings.catalogues());
        TreeSet<String> hosts = snapshots.stream().map(Snapshot::host).collect(Collectors.toCollection(TreeSet::new));
        if (new CaptureDialog(HandlerUtil.getActiveShell(event), model, hosts).open() == Window.OK) {
            work.capture(openCase.current().orElseThrow(), model.request());
        }
        return null;
    }
}
