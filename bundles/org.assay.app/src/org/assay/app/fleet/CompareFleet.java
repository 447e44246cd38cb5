package org.assay.app.fleet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.assay.app.ArgumentValues;
import org.assay.app.Case;
import org.assay.app.CatalogueFiles;
import org.assay.app.CompareSnapshots;
import org.assay.app.ComparedSnapshots;
import org.assay.app.policy.KnownSources;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Progress;
import org.assay.model.change.Comparison;
import org.assay.model.change.ComparisonOptions;

/**
 * Compares the latest suspect of every host with its baseline. A pair that is compared in the same way already is not compared again,
 * unless there is something to know that the case does not keep; a host that cannot be compared does not stop the others.
 *
 * @param catalogues as {@link CompareSnapshots} has them
 */
public record CompareFleet(FleetArguments meant, CatalogueFiles catalogues, KnownSources known, ComparisonOptions options) {

    /** So much memory suffices for one comparison; more of them at once are begun only where there is that for each. */
    private static final long MEMORY_A_COMPARISON = 512L << 20;

    /** What became of a host. */
    public enum Result {
        COMPARED,
        /** The comparison was there. */
        STORED, FAILED
    }

    /**
     * @param comparison empty of a host that failed
     * @param gaps how many places could not be read or were asked of one of the two only
     * @param why why it failed, a sentence or phrase; else empty
     */
    public record Row(String host, String group, Result result, Optional<Comparison> comparison, int gaps, String why) {
    }

    /** As {@link CompareSnapshots#of} and {@link FleetArguments#of} read {@code values}. */
    public static CompareFleet of(ArgumentValues values) {
        return new CompareFleet(FleetArguments.of(values), CompareSnapshots.catalogues(values), CompareSnapshots.known(values),
                CompareSnapshots.options(values));
    }

    /**
     * Compares; gives a row a host, by name.
     *
     * @throws AssayException {@code CANCELLED} when {@code progress} says so, once what was begun has ended; what is compared by then stays
     */
    public List<Row> run(Case openCase, Progress progress) {
        List<HostPair> pairs = HostPair.of(openCase, meant);
        List<Comparison> stored = openCase.comparisons();
        progress.begin("comparing " + pairs.size() + " hosts");
        progress.expect(pairs.size(), 0);
        Progress quiet = Progress.quiet(progress::isCancelled);
        try (ExecutorService workers = Executors.newFixedThreadPool(workers())) {
            List<Future<Row>> rows = new ArrayList<>();
            for (HostPair pair : pairs) {
                Callable<Row> work = () -> {
                    Row row = row(openCase, pair, stored, quiet);
                    progress.advance(1, 0);
                    return row;
                };
                rows.add(workers.submit(work));
            }
            return rows.stream().map(CompareFleet::ended).toList();
        }
    }

    private static int workers() {
        Runtime machine = Runtime.getRuntime();
        return (int) Math.clamp(machine.maxMemory() / MEMORY_A_COMPARISON, 1, machine.availableProcessors());
    }

    private static Row ended(Future<Row> row) {
        try {
            return row.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cancelled(e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                default -> throw new IllegalStateException("a comparison throws nothing else", e);
            }
        }
    }

    private Row row(Case openCase, HostPair pair, List<Comparison> stored, Progress progress) {
        if (progress.isCancelled()) {
            throw cancelled(null);
        }
        if (!pair.obstacle().isEmpty()) {
            return failed(pair, pair.obstacle());
        }
        long baseline = pair.baseline().orElseThrow().id();
        long suspect = pair.suspect().orElseThrow().id();
        Optional<Comparison> same = isKept() ? stored.stream().filter(one -> one.baseline() == baseline && one.suspect() == suspect
                && one.basis().options().equals(options)).max(Comparator.comparing(Comparison::id)) : Optional.empty();
        if (same.isPresent()) {
            return done(openCase, pair, Result.STORED, same.get());
        }
        try {
            Comparison made = new CompareSnapshots(baseline, suspect, catalogues, known, options).run(openCase, progress).comparison();
            return done(openCase, pair, Result.COMPARED, made);
        } catch (AssayException e) {
            if (e.code() == ErrorCode.CANCELLED) {
                throw e;
            }
            return failed(pair, e.getMessage());
        }
    }

    private Row failed(HostPair pair, String why) {
        return new Row(pair.host(), meant.groupOf(pair.host()), Result.FAILED, Optional.empty(), 0, why);
    }

    private Row done(Case openCase, HostPair pair, Result result, Comparison comparison) {
        return new Row(pair.host(), meant.groupOf(pair.host()), result, Optional.of(comparison),
                ComparedSnapshots.of(openCase, comparison).gaps().count(), "");
    }

    /** Whether all that the comparisons follow from is kept with them, so that one that is stored can be told to be the same. */
    private boolean isKept() {
        return catalogues.files().isEmpty() && known.equals(KnownSources.NONE);
    }

    private static AssayException cancelled(Exception cause) {
        return new AssayException(ErrorCode.CANCELLED, "Cancelled. What was compared by then is stored; compare again to go on.", cause);
    }
}
