package org.assay.capture;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;

import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.RegistryName;
import org.assay.registry.RegistryKey;
import org.assay.registry.RegistrySink;
import org.assay.registry.RegistryValue;

/** Learns which keys come more than once, or hold a value that does. */
final class RegistryCensus {

    private final Set<String> seen = new HashSet<>();
    private final Set<String> repeated = new HashSet<>();
    private final Progress progress;

    RegistryCensus(Progress progress) {
        this.progress = progress;
    }

    /** The {@link RegistryPlace#identity} of each such key. */
    Set<String> repeated() {
        return Set.copyOf(repeated);
    }

    /** Takes one source, until the user cancels. */
    RegistrySink of(RegistrySource source) {
        return new SilentRegistrySink() {
            private String current = "";
            private final Set<String> values = new HashSet<>();

            @Override
            public void key(RegistryKey key) {
                if (progress.isCancelled()) {
                    throw new CancellationException();
                }
                Location location = source.key(key.path());
                current = RegistryPlace.identity(location);
                values.clear();
                if (!seen.add(current)) {
                    repeated.add(current);
                }
            }

            @Override
            public void value(RegistryValue value) {
                if (!values.add(RegistryName.fold(value.name()))) {
                    repeated.add(current);
                }
            }
        };
    }
}
