package org.assay.app;

import java.util.List;
import java.util.Optional;

import org.assay.capture.Capture;
import org.assay.model.AssayException;
import org.assay.model.CaptureOptions;
import org.assay.model.EarlierItems;
import org.assay.model.ErrorCode;
import org.assay.model.Evidence;
import org.assay.model.OwnCatalogue;
import org.assay.model.Progress;
import org.assay.model.Role;
import org.assay.model.Snapshot;
import org.assay.model.Source;
import org.assay.model.Visible;

/**
 * Reads evidence of one host into a new snapshot.
 *
 * @param catalogues the user's own startup locations: the content of the files that they name is kept as that of the standard ones is, and
 *        they are kept with the snapshot
 */
public record CaptureSnapshot(String host, Role role, String label, List<Evidence> evidence, CatalogueFiles catalogues,
        CaptureOptions options) {

    public CaptureSnapshot {
        evidence = List.copyOf(evidence);
        if (host.isBlank()) {
            throw new AssayException(ErrorCode.WRONG_USAGE, "the host has no name: give the machine's name");
        }
    }

    /**
     * Captures. Evidence that cannot be opened at all fails before anything is stored; what cannot be read later becomes a gap. A cancelled
     * capture keeps what it has and says so in its state.
     */
    public Snapshot run(Case openCase, Progress progress) {
        List<OwnCatalogue> own = catalogues.read();
        return new CaptureWork(evidence, options, own)
                .run(() -> openCase.store().newSnapshot(host, role, label, sources(), CaptureEnvironment.now(options), own),
                        EarlierItems.NONE, progress);
    }

    /**
     * Does in vain what every capture begins with. On a thread of its own, while the command line is understood and the case is opened, it
     * has the classes loaded and linked by the time the capture begins.
     */
    public static void warmUp() {
        CatalogueFiles.standardWith(List.of()).keptContent();
        new Capture();
    }

    private List<Source> sources() {
        return evidence.stream()
                .map(one -> new Source(one.kind(), one.name(), Visible.text(one.path().toAbsolutePath().normalize().toString()),
                        Optional.of(one.path().toUri()))).toList();
    }
}
