package org.assay.ui.grid;

/** Runs what changes which rows of a grid are visible or where. */
@FunctionalInterface
interface GridReorder {

    void run(Runnable change);
}
