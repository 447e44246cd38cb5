package org.assay.capture;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Gap;
import org.assay.model.GapReason;
import org.assay.model.ItemSink;
import org.assay.model.Progress;
import org.assay.model.Visible;
import org.assay.registry.RegistryException;

/**
 * Captures registry data. Each source is read twice: once to see that it can be read and to learn which keys and values come more than
 * once, in one file or in several, and once for good. So what comes once, nearly everything, streams through, and only the rest is held
 * until it can be put together.
 */
final class RegistryCapture {

    private final List<RegistrySource> sources;
    private final Progress progress;

    RegistryCapture(List<RegistrySource> sources, Progress progress) {
        this.sources = sources;
        this.progress = progress;
    }

    /**
     * Looks through all sources, and gives the {@link RegistryPlace#identity} of every key that comes more than once or holds a value that
     * does.
     *
     * @throws AssayException when a source cannot be read
     * @throws CancellationException when the user cancels
     */
    Set<String> repeated() {
        RegistryCensus census = new RegistryCensus(progress);
        for (RegistrySource source : sources) {
            progress.begin("Looking through " + Visible.text(source.file().toString()));
            try {
                source.read(census.of(source));
            } catch (RegistryException e) {
                throw new AssayException(ErrorCode.SOURCE, e.getMessage(), e);
            }
        }
        return census.repeated();
    }

    /**
     * Captures the sources.
     *
     * @param repeated what {@link #repeated} gave
     * @throws CancellationException when the user cancels
     */
    void run(Set<String> repeated, ItemSink sink) {
        RegistryItems items = new RegistryItems(repeated, sink, progress);
        for (RegistrySource source : sources) {
            progress.begin("Reading " + Visible.text(source.file().toString()));
            try {
                source.read(items.of(source));
            } catch (RegistryException e) {
                sink.gap(new Gap(source.unknown(), GapReason.READ_ERROR, e.getMessage()));
            }
        }
        items.finish();
    }
}
