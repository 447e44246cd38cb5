package org.assay.capture.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.text.RegistryName;
import org.assay.registry.RegistryKey;
import org.assay.registry.RegistryValue;

/** Learns which keys come more than once, or hold a value that does, and what the machine's own names are. */
final class RegistryCensus {

    private final KeySet seen = new KeySet();
    private final KeySet repeated = seen.sibling();
    private final MachineFacts facts = new MachineFacts();
    private final Progress progress;

    RegistryCensus(Progress progress) {
        this.progress = progress;
    }

    /** What the sources so far tell of the machine. */
    MachineFacts facts() {
        return facts;
    }

    /** These keys at the locations that {@code names} makes normal. */
    KeySet repeated(MachineNames names) {
        KeySet all = repeated.normal(names);
        seen.meet(names, all);
        return all;
    }

    /** Takes one source, until the user cancels. */
    Count of(RegistrySource source) {
        return new Count(source);
    }

    /** Takes one source. */
    final class Count extends SilentRegistrySink {

        private final RegistrySource source;
        private final List<String> values = new ArrayList<>();
        private Location key;

        private Count(RegistrySource source) {
            this.source = source;
            this.key = source.unknown();
        }

        @Override
        public void key(RegistryKey read) {
            if (progress.isCancelled()) {
                throw new CancellationException();
            }
            end();
            key = source.key(read.path());
            if (!seen.add(place())) {
                repeated.add(place());
            }
        }

        /** Without what can be told before the machine's names are known. */
        private Location place() {
            return MachineNames.NONE.normal(key);
        }

        @Override
        public void value(RegistryValue value) {
            values.add(value.name());
            facts.see(key, value);
        }

        /** Ends the last key. */
        void end() {
            values.sort(RegistryName::compare);
            for (int at = 1; at < values.size(); at++) {
                if (RegistryName.compare(values.get(at - 1), values.get(at)) == 0) {
                    repeated.add(place());
                }
            }
            values.clear();
        }
    }
}
