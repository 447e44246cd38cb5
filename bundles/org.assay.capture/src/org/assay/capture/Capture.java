package org.assay.capture;

import java.util.concurrent.CancellationException;

import org.assay.model.AssayException;
import org.assay.model.ItemSink;
import org.assay.model.Progress;
import org.assay.model.Reading;

/** Reads evidence and streams what it finds. */
public final class Capture {

    private final FileTree tree;

    public Capture() {
        this(FileTree.ofThisSystem());
    }

    Capture(FileTree tree) {
        this.tree = tree;
    }

    /**
     * Reads all evidence. What cannot be read becomes a gap; links are recorded and never followed, special files recorded and never
     * opened. The sink is called by this thread only.
     *
     * @throws AssayException when a piece of evidence cannot be read at all or two stand for the same place; then the sink got nothing
     */
    public CaptureOutcome run(CaptureRequest request, ItemSink sink, Progress progress) {
        CapturePlan plan = CapturePlan.of(request.evidence());
        RegistryCapture registry = new RegistryCapture(tree, plan, request.options().registry(), progress);
        CountingSink counted = new CountingSink(sink, progress);
        TakenOver takenOver = new TakenOver();
        boolean cancelled = false;
        try {
            registry.look();
            for (CapturePlan.Tree each : plan.trees()) {
                progress.begin("Reading files of " + each.location());
                TreeSize ahead = TreeSize.countAhead(tree, each.root(), progress);
                try {
                    new TreeCapture(tree, request, takenOver, counted, progress).run(each.root(), each.location());
                } finally {
                    ahead.stop();
                }
            }
            registry.run(counted);
            if (!plan.autoruns().isEmpty()) {
                AutorunsItems rows = new AutorunsItems(counted);
                plan.autoruns().forEach(rows::add);
                rows.finish();
            }
        } catch (CancellationException e) {
            cancelled = true;
        }
        return new CaptureOutcome(counted.gaps(), cancelled, new Reading(tree.name(), tree.keepsAccessTimes(), counted.hashedBytes(),
                takenOver.files(), takenOver.bytes()));
    }
}
