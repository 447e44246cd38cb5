package org.assay.ui;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Where widgets can be shown. */
public final class Displays {

    private Displays() {
    }

    /** Only Linux has machines without any, such as servers. */
    static boolean isThere() {
        return !System.getProperty("os.name").startsWith("Linux") || System.getenv("DISPLAY") != null
                || System.getenv("WAYLAND_DISPLAY") != null;
    }

    /** Skips the test where there is none. */
    public static void assumeOne() {
        assumeTrue(isThere(), "There is no display to show the workbench on: run this under xvfb-run.");
    }
}
