package org.assay.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.assay.capture.file.EvidenceCaller;
import org.assay.capture.file.EvidenceTree;
import org.assay.capture.file.FileSystemReader;
import org.assay.capture.file.WatchedReader;
import org.assay.capture.registry.RegistryCapture;
import org.assay.capture.source.EvidenceSources;
import org.assay.capture.source.OpenEvidence;
import org.assay.capture.source.SystemFiles;
import org.assay.capture.walk.ReusedHashes;
import org.assay.capture.walk.TreeCapture;
import org.assay.capture.walk.TreeRoot;
import org.assay.capture.walk.TreeSize;
import org.assay.capture.walk.WalkRequest;
import org.assay.model.AssayException;
import org.assay.model.Progress;
import org.assay.model.snapshot.Area;
import org.assay.model.snapshot.ItemSink;
import org.assay.model.snapshot.Readers;
import org.assay.model.snapshot.Reading;

/** Reads evidence and streams what it finds. */
public final class Capture {

    private final FileSystemReader files;

    public Capture() {
        this(SystemFiles.reader());
    }

    public Capture(FileSystemReader files) {
        this.files = files;
    }

    /**
     * Reads all evidence. What cannot be read becomes a gap; links are recorded and never followed, special files recorded and never
     * opened. The sink is called by this thread only.
     *
     * @throws AssayException when a piece of evidence cannot be read at all, two stand for the same place, or what was captured before lies
     *         elsewhere now; then the sink got nothing. Also when a tree vanished while it was read; then the sink got what was read until
     *         then, and gaps
     */
    public CaptureOutcome run(CaptureRequest request, ItemSink sink, Progress progress) {
        try (EvidenceCaller caller = new EvidenceCaller(request.options().timeout(), progress::isCancelled)) {
            return run(request, EvidenceSources.open(request.evidence(), new WatchedReader(files, caller)), sink, progress);
        } catch (CancellationException e) {
            return new CaptureOutcome(0, true, Reading.NONE);
        }
    }

    private static CaptureOutcome run(CaptureRequest request, OpenEvidence evidence, ItemSink sink, Progress progress) {
        List<EvidenceTree> trees = evidence.trees();
        RegistryCapture registry = new RegistryCapture(evidence.registry(), trees, request.options().registry(), progress);
        CountingSink counted = new CountingSink(sink, request.options().filter(), progress);
        ReusedHashes reused = new ReusedHashes();
        List<TreeRoot> roots = new ArrayList<>();
        boolean cancelled = false;
        try {
            for (EvidenceTree tree : trees) {
                roots.add(TreeRoot.open(tree, request.earlier()));
            }
            registry.look();
            for (TreeRoot root : roots) {
                TimeStep step = new TimeStep();
                counted.measure(step);
                read(root, new WalkRequest(request.options(), request.kept(), root.packages(), root.earlier()),
                        reused, counted, progress);
                counted.area(new Area(root.location(), root.ignoresCase() || registry.isOfWindows(root.location()),
                        step.step()));
            }
            registry.run(counted);
            evidence.list(counted, counted::isRead);
        } catch (CancellationException e) {
            cancelled = true;
        } finally {
            roots.forEach(TreeRoot::close);
        }
        Readers readers = new Readers(evidence.readers(), registry.readers());
        return new CaptureOutcome(counted.gaps(), cancelled, new Reading(readers, evidence.keepsAccessTimes().getAsBoolean(),
                counted.hashedBytes(), reused.files(), reused.bytes()));
    }

    private static void read(TreeRoot root, WalkRequest request, ReusedHashes reused, CountingSink sink, Progress progress) {
        progress.begin("Reading files of " + root.location());
        long gaps = sink.gaps();
        TreeSize ahead = TreeSize.countAhead(root::folder, progress);
        IncludedFiles included = new IncludedFiles(request);
        try {
            new TreeCapture(root.location(), request, reused, included.noting(sink), progress).run(root.folder());
            included.read(root::folder, root.location(), sink, progress);
        } finally {
            ahead.stop();
        }
        if (sink.gaps() > gaps) {
            root.requireStillThere(sink);
        }
    }
}
