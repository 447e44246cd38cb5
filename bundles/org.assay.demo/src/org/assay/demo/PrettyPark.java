package org.assay.demo;

import java.time.Instant;

/**
 * The traces that W32.PrettyPark left in 1999 and 2000 (Microsoft Knowledge Base Q249921), with a harmless stand-in for its file. No Run
 * value changes: the worm's file starts with every other program.
 */
final class PrettyPark {

    private static final Instant RUN = Instant.parse("2000-05-02T17:12:40Z");

    private PrettyPark() {
    }

    static void infect(FileTree tree, RegistryKeys machine) {
        tree.text("WINDOWS/SYSTEM/FILES32.VXD", RUN, """
                MZ
                Assay demo: a harmless stand-in for W32.PrettyPark.
                Two letters of a program's header and nothing to run.
                """);
        machine.string(GoldRegistry.CLASSES + "\\exefile\\shell\\open\\command", "", "FILES32.VXD \"%1\" %*");
    }
}
