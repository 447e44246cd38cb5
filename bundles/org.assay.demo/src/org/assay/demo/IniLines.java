package org.assay.demo;

import java.time.Instant;

/**
 * The two lines that many worms of those years added to {@code WIN.INI} and {@code SYSTEM.INI} to start again. The two worms of the demo
 * are not known for them; they are here so that the demo shows this way of starting too.
 */
final class IniLines {

    private static final Instant WRITTEN = Instant.parse("2000-05-04T08:31:04Z");

    private IniLines() {
    }

    static void add(FileTree tree) {
        tree.edit("WINDOWS/WIN.INI", WRITTEN, "run=\n", "run=C:\\WINDOWS\\Win32DLL.vbs\n");
        tree.edit("WINDOWS/SYSTEM.INI", WRITTEN, "shell=Explorer.exe\n", "shell=Explorer.exe FILES32.VXD\n");
    }
}
