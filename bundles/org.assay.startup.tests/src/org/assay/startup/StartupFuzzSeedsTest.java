package org.assay.startup;

import java.util.Map;
import java.util.stream.Stream;

import org.assay.startup.command.CommandFuzz;
import org.assay.startup.command.HostProgramsFuzz;
import org.assay.startup.format.BitsQueueFuzz;
import org.assay.startup.format.BatchFileFuzz;
import org.assay.startup.format.ConfigurationFuzz;
import org.assay.startup.format.CrontabFuzz;
import org.assay.startup.format.JsonValuesFuzz;
import org.assay.startup.format.PifFileFuzz;
import org.assay.startup.format.OfficeTemplateFuzz;
import org.assay.startup.format.PreloadListFuzz;
import org.assay.startup.format.PropertyListFuzz;
import org.assay.startup.format.SettingsFuzz;
import org.assay.startup.format.ShortcutFuzz;
import org.assay.startup.format.TaskActionsFuzz;
import org.assay.startup.format.TaskFileFuzz;
import org.assay.startup.format.WmiRepositoryFuzz;
import org.assay.startup.format.XmlValuesFuzz;
import org.assay.startup.systemd.UnitFileFuzz;
import org.assay.testkit.FuzzSeeds;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The seeds of the fuzz targets of this room, see docs/fuzzing.md. */
class StartupFuzzSeedsTest {

    @TestFactory
    Stream<DynamicTest> everySeedIsRead() {
        return FuzzSeeds.replay("org.assay.startup.tests", Map.ofEntries(
                Map.entry("shortcut", ShortcutFuzz::fuzzerTestOneInput),
                Map.entry("task", TaskFileFuzz::fuzzerTestOneInput),
                Map.entry("task-actions", TaskActionsFuzz::fuzzerTestOneInput),
                Map.entry("property-list", PropertyListFuzz::fuzzerTestOneInput),
                Map.entry("bits", BitsQueueFuzz::fuzzerTestOneInput),
                Map.entry("wmi", WmiRepositoryFuzz::fuzzerTestOneInput),
                Map.entry("xml", XmlValuesFuzz::fuzzerTestOneInput),
                Map.entry("json", JsonValuesFuzz::fuzzerTestOneInput),
                Map.entry("ld-so-preload", PreloadListFuzz::fuzzerTestOneInput),
                Map.entry("office-template", OfficeTemplateFuzz::fuzzerTestOneInput),
                Map.entry("configuration", ConfigurationFuzz::fuzzerTestOneInput),
                Map.entry("pif", PifFileFuzz::fuzzerTestOneInput),
                Map.entry("crontab", CrontabFuzz::fuzzerTestOneInput),
                Map.entry("batch", BatchFileFuzz::fuzzerTestOneInput),
                Map.entry("settings", SettingsFuzz::fuzzerTestOneInput),
                Map.entry("includes", IncludesFuzz::fuzzerTestOneInput),
                Map.entry("unit", UnitFileFuzz::fuzzerTestOneInput),
                Map.entry("command", CommandFuzz::fuzzerTestOneInput),
                Map.entry("host-programs", HostProgramsFuzz::fuzzerTestOneInput)));
    }
}
