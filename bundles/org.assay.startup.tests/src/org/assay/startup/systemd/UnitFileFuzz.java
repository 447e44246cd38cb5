package org.assay.startup.systemd;

import java.util.List;
import java.util.Optional;

import org.assay.model.item.FileItem;
import org.assay.startup.MemorySnapshot;
import org.assay.startup.format.Setting;
import org.assay.startup.text.Limits;

/** Fuzz target: a unit of systemd and the commands in it. */
public final class UnitFileFuzz {

    private static final FileItem FILE = (FileItem) new MemorySnapshot().with("/etc/systemd/system/a@b.service").items().next();

    private UnitFileFuzz() {
    }

    /** Takes one input, the file of a unit. */
    public static void fuzzerTestOneInput(byte[] input) {
        UnitFile unit = UnitFile.read(FILE, input);
        if (unit.settings().size() > Limits.MAX_COMMAND_COUNT) {
            throw new AssertionError("settings: " + unit.settings().size());
        }
        UnitContext context = UnitContext.of(List.of(unit), new UnitSpecifiers(new UnitName("a", Optional.of("b"), "service"), "system",
                "/etc/systemd/system/a@b.service"));
        for (Setting setting : unit.settings()) {
            for (UnitCommand command : UnitCommand.of(setting.value(), context)) {
                if (command.text().length() > 2 * Limits.MAX_TEXT_LENGTH + 2) {
                    throw new AssertionError("units of a command: " + command.text().length());
                }
            }
        }
        unit.named();
    }
}
