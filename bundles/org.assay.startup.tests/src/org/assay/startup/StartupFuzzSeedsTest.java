package org.assay.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.assay.startup.command.CommandFuzz;
import org.assay.startup.command.HostProgramsFuzz;
import org.assay.startup.format.BatchFileFuzz;
import org.assay.startup.format.CrontabFuzz;
import org.assay.startup.format.JsonValuesFuzz;
import org.assay.startup.format.PifFileFuzz;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The seeds of the fuzz targets of this room, see docs/fuzzing.md. */
class StartupFuzzSeedsTest {

    private static final String BUNDLE = "org.assay.startup.tests";
    private static final Map<String, Consumer<byte[]>> TARGETS = new TreeMap<>(Map.ofEntries(
            Map.entry("shortcut", ShortcutFuzz::fuzzerTestOneInput),
            Map.entry("task", TaskFileFuzz::fuzzerTestOneInput),
            Map.entry("task-actions", TaskActionsFuzz::fuzzerTestOneInput),
            Map.entry("property-list", PropertyListFuzz::fuzzerTestOneInput),
            Map.entry("wmi", WmiRepositoryFuzz::fuzzerTestOneInput),
            Map.entry("xml", XmlValuesFuzz::fuzzerTestOneInput),
            Map.entry("json", JsonValuesFuzz::fuzzerTestOneInput),
            Map.entry("ld-so-preload", PreloadListFuzz::fuzzerTestOneInput),
            Map.entry("pif", PifFileFuzz::fuzzerTestOneInput),
            Map.entry("crontab", CrontabFuzz::fuzzerTestOneInput),
            Map.entry("batch", BatchFileFuzz::fuzzerTestOneInput),
            Map.entry("settings", SettingsFuzz::fuzzerTestOneInput),
            Map.entry("unit", UnitFileFuzz::fuzzerTestOneInput),
            Map.entry("command", CommandFuzz::fuzzerTestOneInput),
            Map.entry("host-programs", HostProgramsFuzz::fuzzerTestOneInput)));

    static Set<String> folders() {
        return TARGETS.keySet();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void everySeedIsRead(String folder) throws IOException {
        for (Path seed : FuzzSeeds.of(BUNDLE, folder)) {
            TARGETS.get(folder).accept(Files.readAllBytes(seed));
        }
    }

    @Test
    void everyFolderHasATarget() throws IOException {
        Path seeds = FuzzSeeds.of(BUNDLE, "shortcut").getFirst().getParent().getParent();
        try (Stream<Path> folders = Files.list(seeds)) {
            assertEquals(folders(), folders.map(each -> each.getFileName().toString()).collect(Collectors.toSet()));
        }
    }
}
