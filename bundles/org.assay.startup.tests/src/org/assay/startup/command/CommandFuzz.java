package org.assay.startup.command;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.assay.startup.MemorySnapshot;
import org.assay.startup.catalogue.DataKind;
import org.assay.startup.catalogue.OperatingSystem;
import org.assay.startup.match.LaunchContext;
import org.assay.startup.text.ProgramPaths;
import org.assay.startup.tree.Links;
import org.assay.startup.tree.Trees;
import org.assay.startup.windows.RegistryFacts;
import org.assay.startup.windows.WindowsEnvironment;

/** Fuzz target: a command, as Windows and as Unix start it. The first byte chooses how its text is meant. */
public final class CommandFuzz {

    private static final int MAX_READING_COUNT = 20_000;
    private static final int MAX_TARGET_COUNT = 16;
    private static final WindowsEnvironment WINDOWS = WindowsEnvironment.of(new MemorySnapshot(), new Trees(), new RegistryFacts());

    private static final LaunchContext CONTEXT = new LaunchContext(List.of(), List.of("C:\\Work", "/work"), "/jail");

    private CommandFuzz() {
    }

    /** Takes one input: a kind of data, then a text in UTF-8. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        DataKind kind = DataKind.values()[(input[0] & 0x7f) % DataKind.values().length];
        String text = new String(input, 1, input.length - 1, StandardCharsets.UTF_8);
        ProgramPaths.in(text).stream().filter(path -> !text.contains(path)).forEach(path -> {
            throw new AssertionError("not in the text: " + path);
        });
        check(text, kind, new Origin(OperatingSystem.WINDOWS, input[0] < 0, "", "", "", "ann", CONTEXT));
        check(text, kind, new Origin(OperatingSystem.LINUX, false, "", "", "root", "ann", CONTEXT));
    }

    private static void check(String text, DataKind kind, Origin origin) {
        CommandResolver resolver = new CommandResolver(WINDOWS, new RegistryFacts(), new TargetSearch('C'), new Links());
        List<LaunchTarget> found = resolver.launchTargets(text, kind, origin);
        int readings = readings(found);
        if (readings > MAX_READING_COUNT) {
            throw new AssertionError("readings: " + readings + " of " + text.length() + " units");
        }
        List<Target> targets = resolver.targets(found);
        if (targets.isEmpty() || targets.size() > MAX_TARGET_COUNT) {
            throw new AssertionError("targets: " + targets.size());
        }
    }

    private static int readings(List<LaunchTarget> found) {
        int count = 0;
        for (LaunchTarget each : found) {
            if (each instanceof LaunchTarget.Program program) {
                for (LaunchTarget.Reading reading : program.readings()) {
                    count += 1 + readings(reading.payload());
                }
            }
        }
        return count;
    }
}
