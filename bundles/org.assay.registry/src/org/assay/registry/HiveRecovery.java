package org.assay.registry;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How far what was read from a hive is its newest state.
 *
 * @param dirty whether the hive file says of itself that it was not fully written, so that its newest changes lie in its transaction logs
 * @param logs the outcome for each log; those that were applied come first, in that order. Empty when the hive is not dirty,
 *     for Windows then ignores its logs, whatever they hold
 */
public record HiveRecovery(boolean dirty, List<HiveLog> logs) {

    public HiveRecovery {
        logs = List.copyOf(logs);
    }

    /** The logs whose changes are part of what was read. */
    public List<HiveLog.Applied> applied() {
        return logs.stream().filter(HiveLog.Applied.class::isInstance).map(HiveLog.Applied.class::cast).toList();
    }

    /** Whether the hive was brought up to date: it was dirty and a log was applied. */
    public boolean recovered() {
        return !applied().isEmpty();
    }

    /** One sentence per log, for the user. */
    public String text() {
        return logs.stream().map(HiveLog::text).collect(Collectors.joining(" "));
    }

    /** Why what was read is not the newest state; empty when it is. */
    public Optional<String> problem() {
        if (dirty && !recovered()) {
            return Optional.of("The hive is dirty: its latest changes are in its transaction logs, and "
                    + (logs.isEmpty() ? "none was found (name.LOG, name.LOG1, name.LOG2)." : "none could be applied. " + text()));
        }
        return applied().stream().anyMatch(log -> log.stop().isPresent())
                ? Optional.of("Not all changes in the hive's transaction logs could be applied. " + text()) : Optional.empty();
    }
}
