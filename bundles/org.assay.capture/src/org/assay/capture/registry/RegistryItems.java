package org.assay.capture.registry;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;

import org.assay.capture.file.Gaps;
import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.item.KeyItem;
import org.assay.model.item.ValueItem;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.GapReason;
import org.assay.model.snapshot.ItemSink;
import org.assay.model.snapshot.Remark;
import org.assay.model.text.Bytes;
import org.assay.model.text.RegistryName;
import org.assay.registry.KeyTrait;
import org.assay.registry.RegistryKey;
import org.assay.registry.RegistryProblem;
import org.assay.registry.RegistryRemnant;
import org.assay.registry.RegistrySink;
import org.assay.registry.RegistryValue;
import org.assay.registry.SecurityDescriptor;
import org.assay.registry.format.RegistryFormat;

/** Makes items of keys and values, each location once: what comes more than once is held and put together at the end. */
final class RegistryItems {

    /** A key that comes more than once, with the values of all its occurrences by folded name. */
    private record Merged(KeyItem key, Map<String, ValueItem> values) {
    }

    /** So many remarks of one source are told; after that only how many more there are. */
    private static final int MAX_REMARK_COUNT = 20;

    private final KeySet repeated;
    private final MachineNames names;
    private final ItemSink sink;
    private final Progress progress;
    private final Map<String, Merged> merged = new LinkedHashMap<>();
    /** How often each place was found among what was deleted. */
    private final Map<String, Integer> deleted = new HashMap<>();

    /** {@code repeated} holds the keys that are to be put together; {@code names} makes locations normal. */
    RegistryItems(KeySet repeated, MachineNames names, ItemSink sink, Progress progress) {
        this.repeated = repeated;
        this.names = names;
        this.sink = sink;
        this.progress = progress;
    }

    /** Takes one source, until the user cancels. */
    Reading of(RegistrySource source) {
        return new Reading(source);
    }

    /** Hands on what was held. */
    void finish() {
        for (Merged each : merged.values()) {
            stopIfCancelled();
            sink.item(each.key());
            each.values().values().forEach(sink::item);
        }
    }

    private void stopIfCancelled() {
        if (progress.isCancelled()) {
            throw new CancellationException();
        }
    }

    /** Reads one source. A value follows its key. */
    final class Reading implements RegistrySink {

        private final RegistrySource source;
        private final Set<String> heldHere = new HashSet<>();
        private Location key;
        private Map<String, ValueItem> held = Map.of();
        private final Map<SecurityDescriptor, Bytes> descriptors = new IdentityHashMap<>();
        private boolean holding;
        private boolean mergedView;
        private long remarks;
        private final ExportedKeys exported = new ExportedKeys();

        private Reading(RegistrySource source) {
            this.source = source;
            this.key = names.normal(source.unknown());
        }

        @Override
        public void key(RegistryKey read) {
            stopIfCancelled();
            key = key(read.path());
            exported.add(key);
            if (!mergedView && source.format().isRooted() && RegistryPlace.isMergedView(read.path())) {
                mergedView = true;
                sink.remark(new Remark(key, "it comes from HKEY_CLASSES_ROOT, which shows the machine's classes and those of the user who "
                        + "exported it in one; all are taken for the machine's"));
            }
            KeyItem item = KeyItem.of(key, read.lastWritten(), read.className(), read.security().map(this::security),
                    read.traits().contains(KeyTrait.SYMBOLIC_LINK));
            holding = repeated.contains(key);
            if (holding) {
                hold(RegistryPlace.identity(key), item);
            } else {
                sink.item(item);
            }
        }

        /** Ends the source; {@code remark} is what to know about all of it. */
        void end(Optional<String> remark) {
            remark.ifPresent(text -> sink.remark(new Remark(source.unknown(), text)));
            if (remarks > MAX_REMARK_COUNT) {
                sink.remark(new Remark(source.unknown(), (remarks - MAX_REMARK_COUNT) + " more remarks of this kind are left out"));
            }
        }

        /** What the source tells of, whether it has anything there or not. */
        List<Location> places() {
            return source.format().isRooted() ? exported.places() : List.of(names.normal(source.unknown()));
        }

        private static GapReason reason(RegistryProblem.Kind kind) {
            return switch (kind) {
                case OUTDATED, AMBIGUOUS, INSTRUCTION -> GapReason.UNSUPPORTED;
                case DAMAGED, SKIPPED, ACCEPTED, ENCODING_GUESSED -> GapReason.DAMAGED;
            };
        }

        private void remark(Location place, String text) {
            if (remarks++ < MAX_REMARK_COUNT) {
                sink.remark(new Remark(place, text));
            }
        }

        /** A policy orders deletions; that is what it says, and nothing is lost. */
        private boolean ordered(Location place) {
            if (source.format() == RegistryFormat.POLICY) {
                remark(place, "the policy orders that it be deleted");
            }
            return source.format() == RegistryFormat.POLICY;
        }

        @Override
        public void remnant(RegistryRemnant remnant) {
            stopIfCancelled();
            Location place = deletedPlace(remnant);
            switch (remnant) {
                case RegistryRemnant.Key deleted -> sink.item(KeyItem.of(place, deleted.lastWritten(), Optional.empty(),
                        Optional.empty(), false));
                case RegistryRemnant.Value deleted -> {
                    sink.item(new ValueItem(place, deleted.type(), deleted.data().map(Bytes::copyOf).orElse(Bytes.EMPTY)));
                    if (deleted.data().isEmpty()) {
                        remark(place, "offset " + deleted.position() + ": of this deleted value the data, " + deleted.size()
                                + " bytes, was overwritten");
                    }
                }
            }
        }

        /** Never a place of what is still there. What was deleted more than once has a root of its own each time. */
        private Location deletedPlace(RegistryRemnant remnant) {
            Location key = remnant.rooted() ? key(remnant.path()) : RegistryPlace.below(names.normal(source.unknown()).child("?"),
                    remnant.path());
            Location place = remnant instanceof RegistryRemnant.Value value ? key.value(value.name()) : key;
            int times = deleted.merge(place.space() + RegistryPlace.identity(place), 1, Integer::sum);
            return RegistryPlace.under(times == 1 ? RegistryPlace.DELETED : RegistryPlace.DELETED + " " + times, place);
        }

        /** Many keys share a descriptor; they get the same bytes, so that these are held once. */
        private Bytes security(SecurityDescriptor descriptor) {
            return descriptors.computeIfAbsent(descriptor, each -> Bytes.copyOf(each.bytes()));
        }

        private Location key(List<String> path) {
            return names.normal(source.key(path));
        }

        private void hold(String identity, KeyItem item) {
            if (!heldHere.add(identity) && !source.lastValueWins()) {
                sink.gap(new Gap(key, GapReason.DAMAGED, "the hive holds this key more than once; what all of them hold was put together"));
            }
            held = merged.computeIfAbsent(identity, _ -> new Merged(item, new LinkedHashMap<>())).values();
        }

        @Override
        public void value(RegistryValue read) {
            ValueItem item = new ValueItem(key.value(read.name()), read.type(), Bytes.copyOf(read.data()));
            if (!holding) {
                sink.item(item);
            } else if (source.lastValueWins()) {
                held.put(RegistryName.fold(read.name()), item);
            } else if (held.putIfAbsent(RegistryName.fold(read.name()), item) != null) {
                sink.gap(new Gap(item.location(), GapReason.DAMAGED, "this value comes more than once; the first one was taken"));
            }
        }

        @Override
        public void deletedKey(List<String> path) {
            if (ordered(key(path))) {
                return;
            }
            sink.gap(Gaps.unsupported(key(path), "the source says that this key is to be deleted; an export never does, "
                    + "so it is a patch"));
        }

        @Override
        public void deletedValue(List<String> path, String name) {
            if (ordered(key(path).value(name))) {
                return;
            }
            sink.gap(Gaps.unsupported(key(path).value(name), "the source says that this value is to be deleted; an export never "
                    + "does, so it is a patch"));
        }

        @Override
        public void problem(RegistryProblem problem) {
            Location place = problem.path().isEmpty() ? names.normal(source.unknown()) : key(problem.path());
            String text = source.unit() + " " + problem.position() + ": " + problem.message();
            boolean order = problem.kind() == RegistryProblem.Kind.INSTRUCTION && source.format() == RegistryFormat.POLICY;
            if (problem.kind().lost() && !order) {
                sink.gap(new Gap(place, reason(problem.kind()), text));
            } else {
                remark(place, text);
            }
        }
    }
}
