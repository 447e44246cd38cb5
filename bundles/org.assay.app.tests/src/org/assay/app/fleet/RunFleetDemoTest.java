package org.assay.app.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.assay.demo.DemoFleet;
import org.assay.model.Progress;
import org.assay.model.fleet.FleetHosts;
import org.assay.model.fleet.HostState;
import org.assay.model.fleet.Outlier;

/** What is asked of an outbreak, and what of the sample one is known to be the answer. */
class RunFleetDemoTest {

    @Test
    void variantsAreToldApartTheFirstMachineIsNamedAndTheSettingIsTheFirstOutlier(@TempDir Path folder) {
        RunFleetDemo.Outcome outcome = new RunFleetDemo(folder.resolve("demo")).run(Progress.NONE);
        FleetHosts hosts = outcome.hosts();
        assertEquals(30, hosts.hosts().size());
        assertEquals(2, hosts.variants().size());
        assertEquals(17, hosts.variants().getFirst().hosts().count());
        assertEquals(DemoFleet.OF_THE_VARIANT, Set.copyOf(outcome.fleet().names(hosts.variants().getLast().hosts())));
        assertEquals(DemoFleet.SPARED, Set.copyOf(outcome.fleet().names(hosts.in(HostState.CLEAN))));
        assertEquals(List.of(DemoFleet.UNOPENED), outcome.fleet().names(hosts.in(HostState.PARTLY)));
        assertEquals(List.of(DemoFleet.FIRST), hosts.hosts().stream().filter(host -> host.order().orElse(0) == 1)
                .map(host -> host.host().name()).toList());
        Outlier first = outcome.outliers().rows().getFirst();
        assertTrue(first.change().location().text().endsWith("Windows Scripting Host\\Settings [Enabled]"),
                first.change().location().text());
        assertEquals(new Outlier.Count(3, 3), first.one());
        assertEquals(new Outlier.Count(0, 26), first.other());
        assertTrue(first.isFew());
    }
}
