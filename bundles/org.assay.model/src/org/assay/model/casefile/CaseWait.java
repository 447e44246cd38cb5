package org.assay.model.casefile;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * How long to wait for a case that another process writes.
 *
 * @param limit zero refuses at once
 * @param notice told once, in a sentence, when there is something to wait for, and what else takes time that nobody expects
 * @param cancelled asked again and again; when it says so, the case is refused at once
 */
public record CaseWait(Duration limit, Consumer<String> notice, BooleanSupplier cancelled) {

    private static final Duration USUAL = Duration.ofSeconds(30);

    /** Refuses at once. */
    public static final CaseWait NONE = new CaseWait(Duration.ZERO, _ -> { }, () -> false);

    /** Waits for half a minute, as long as a command that writes takes on a large case, and says nothing. */
    public static final CaseWait SILENT = new CaseWait(USUAL, _ -> { }, () -> false);
}
