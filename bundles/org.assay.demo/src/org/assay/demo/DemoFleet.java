package org.assay.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.change.Decision;

/**
 * A sample outbreak in an office of thirty machines of one gold image: seventeen have LoveLetter, nine a variant of it with other names,
 * one has the attachment in its folder of temporary files and nobody opened it, and three have none, for scripts are switched off there.
 * Every file is a short harmless text. Laying it twice gives the same bytes and times.
 *
 * @param gold the image that all were installed from
 * @param machines the machines as they were found, by their names
 */
public record DemoFleet(DemoMachine gold, SequencedMap<String, DemoMachine> machines) {

    /** Where it began. */
    public static final String FIRST = "PC09";
    public static final Set<String> SPARED = Set.of("PC05", "PC14", "PC27");
    public static final String UNOPENED = "PC21";
    public static final Set<String> OF_THE_VARIANT = Set.of("PC17", "PC18", "PC19", "PC20", "PC22", "PC23", "PC24", "PC25", "PC26");

    private static final int COUNT = 30;
    private static final Instant BEGAN = Instant.parse("2000-05-04T08:02:40Z");
    private static final Instant VARIANT_BEGAN = Instant.parse("2000-05-05T09:15:00Z");
    private static final Duration BETWEEN = Duration.ofMinutes(11);
    private static final Instant EXPORTED_BEFORE = Instant.parse("2000-03-17T10:00:00Z");
    private static final Instant EXPORTED_AFTER = Instant.parse("2000-05-08T09:00:00Z");

    /** Writes all machines below {@code folder}, which is new or empty; fails with {@code OUTPUT} where it is not, or cannot be written. */
    public static DemoFleet write(Path folder) {
        try {
            DemoOutbreak.requireEmpty(Files.createDirectories(folder));
            DemoMachine gold = DemoOutbreak.write(folder, "gold", EXPORTED_BEFORE, GoldFiles.tree(), GoldRegistry.machine(),
                    GoldRegistry.user());
            Map<String, DemoMachine> machines = new LinkedHashMap<>();
            for (int number = 1; number <= COUNT; number++) {
                String name = "PC%02d".formatted(number);
                machines.put(name, machine(folder, name, number));
            }
            return new DemoFleet(gold, new LinkedHashMap<>(machines));
        } catch (IOException e) {
            throw new AssayException(ErrorCode.OUTPUT, "The demo cannot be written to " + folder + ": " + e.getMessage()
                    + ". Name a new folder on a disk that can be written.", e);
        }
    }

    private static DemoMachine machine(Path folder, String name, int number) throws IOException {
        FileTree tree = GoldFiles.tree();
        RegistryKeys machine = GoldRegistry.machine();
        RegistryKeys user = GoldRegistry.user();
        tree.text("My Documents/Letters/" + name + ".doc", EXPORTED_BEFORE.plus(BETWEEN.multipliedBy(number)),
                "A letter that was written on " + name + ".\n");
        if (SPARED.contains(name)) {
            machine.dword("HKEY_LOCAL_MACHINE\\Software\\Microsoft\\Windows Scripting Host\\Settings", "Enabled", 0);
        } else if (name.equals(UNOPENED)) {
            LoveLetter.attach(tree, time(BEGAN, number));
        } else if (OF_THE_VARIANT.contains(name)) {
            LoveLetter.infectWithVariant(tree, machine, time(VARIANT_BEGAN, number));
        } else {
            Instant run = name.equals(FIRST) ? BEGAN : time(BEGAN, number);
            LoveLetter.attach(tree, run);
            LoveLetter.infect(tree, machine, user, run);
        }
        return DemoOutbreak.write(folder, name, EXPORTED_AFTER, tree, machine, user);
    }

    private static Instant time(Instant began, int number) {
        return began.plus(BETWEEN.multipliedBy(number));
    }

    /** What an analyst would decide, on every machine that has such a change. */
    public static List<DemoTag> tags() {
        return List.of(
                new DemoTag("**.vbs", Decision.QUARANTINE, "A copy of the worm."),
                new DemoTag("**\\CurrentVersion\\Run [*]", Decision.REPAIR, "Starts the worm."),
                new DemoTag("**\\CurrentVersion\\RunServices [*]", Decision.REPAIR, "Starts the worm."));
    }
}
