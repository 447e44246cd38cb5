package org.assay.startup.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.assay.model.Progress;
import org.assay.startup.Catalogue;
import org.assay.startup.MemorySnapshot;
import org.assay.startup.StartupScan;
import org.assay.startup.match.FileStart;
import org.junit.jupiter.api.Test;

class PreloadListTest {

    @Test
    void librariesStandBehindBlanksColonsAndLineEnds() {
        assertEquals(List.of("/opt/a.so", "b.so", "/opt/c;d.so", "/opt/e.so"), Places.read(new PreloadList(),
                "/opt/a.so\tb.so:/opt/c;d.so # /opt/no.so\n\n  /opt/e.so".getBytes(StandardCharsets.UTF_8)).starts().stream()
                        .map(FileStart::command).toList());
    }

    @Test
    void theLibraryIsWhatStarts() {
        MemorySnapshot snapshot = new MemorySnapshot().withFolder("/lib").with("/opt/evil/pre;load.so")
                .withText("/etc/ld.so.preload", "/opt/evil/pre;load.so\n/opt/gone.so\n");
        assertEquals(List.of("FOUND /opt/evil/pre;load.so", "MISSING /opt/gone.so"),
                StartupScan.run(Catalogue.standard(), snapshot, Progress.NONE).entries().stream()
                        .filter(entry -> entry.catalogueId().equals("lx-ld-so-preload"))
                        .map(entry -> entry.outcome() + " " + entry.targetPath()).toList());
    }
}
