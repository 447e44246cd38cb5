package org.assay.startup.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.assay.model.Progress;
import org.assay.startup.Catalogue;
import org.assay.startup.MemorySnapshot;
import org.assay.startup.StartupScan;
import org.junit.jupiter.api.Test;

class CapabilityKindTest {

    @Test
    void aProgramWithCapabilitiesIsAnEntryWhereverItIs() {
        MemorySnapshot snapshot = new MemorySnapshot().withFolder("/lib").withRights("/opt/any/gives-root", 0755, "security.capability")
                .withRights("/opt/any/labelled", 0755, "security.selinux").withRights("/opt/any/both", 04755, "security.capability");
        assertEquals(List.of("lx-capabilities /opt/any/both", "lx-capabilities /opt/any/gives-root"),
                StartupScan.run(Catalogue.standard(), snapshot, Progress.NONE).entries().stream()
                        .map(entry -> entry.catalogueId() + " " + entry.targetPath()).toList());
    }
}
