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

/** Learns which keys come more than once, or hold a value that does, and what the machine's own names are. */
final class RegistryCensus {

    private final Set<String> seen = new HashSet<>();
    private final Set<String> repeated = new HashSet<>();
    private final MachineFacts facts = new MachineFacts();
    private final Progress progress;

    RegistryCensus(Progress progress) {
        this.progress = progress;
    }

    /** What the sources so far tell of the machine. */
    MachineFacts facts() {
        return facts;
    }

    /** The {@link RegistryPlace#identity} of each such key, when all locations are made normal. */
    Set<String> repeated(MachineNames names) {
        Set<String> normal = new HashSet<>();
        repeated.forEach(identity -> normal.add(RegistryPlace.normal(identity, names)));
        Set<String> moved = new HashSet<>();
        for (String identity : seen) {
            String place = RegistryPlace.normal(identity, names);
            if (!place.equals(identity) && (seen.contains(place) || !moved.add(place))) {
                normal.add(place);
            }
        }
        return normal;
    }

    /** Takes one source, until the user cancels. */
    RegistrySink of(RegistrySource source) {
        return new SilentRegistrySink() {
            private Location key = source.unknown();
            private String current = "";
            private final Set<String> values = new HashSet<>();

            @Override
            public void key(RegistryKey read) {
                if (progress.isCancelled()) {
                    throw new CancellationException();
                }
                key = source.key(read.path());
                current = RegistryPlace.identity(key);
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
                facts.see(key, value);
            }
        };
    }
}
