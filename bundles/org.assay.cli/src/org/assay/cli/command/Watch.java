package org.assay.cli.command;

import org.assay.model.Progress;

/** Progress for the time of one long work. */
public record Watch(Progress progress, Runnable end) implements AutoCloseable {

    @Override
    public void close() {
        end.run();
    }
}
