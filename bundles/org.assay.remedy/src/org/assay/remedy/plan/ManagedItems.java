package org.assay.remedy.plan;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.ValueItem;
import org.assay.model.item.ValueType;
import org.assay.remedy.plan.Managed.LaunchdDaemon;
import org.assay.remedy.plan.Managed.ScheduledTask;
import org.assay.remedy.plan.Managed.SystemdUnit;
import org.assay.remedy.plan.Managed.WindowsService;

/**
 * Tells which added files and keys define something that the system runs under a name.
 *
 * <p>Only what was added: what the baseline has too may be needed to reach the machine, and what was altered of it ends with the restart.
 */
final class ManagedItems {

    private static final List<String> SERVICES = List.of("HKLM", "SYSTEM", "CURRENTCONTROLSET", "SERVICES");
    /** Microsoft Learn, "CreateServiceW": SERVICE_WIN32_OWN_PROCESS or SERVICE_WIN32_SHARE_PROCESS; drivers have neither. */
    private static final int PROCESS_TYPES = 0x30;
    /** The same page, dwStartType, by the words of {@code sc config}. */
    private static final List<String> START = List.of("boot", "system", "auto", "demand", WindowsService.DISABLED);
    /** systemd.unit(5), "System Unit Search Path". */
    private static final Set<List<String>> UNIT_FOLDERS = Set.of(List.of("etc", "systemd", "system"), List.of("run", "systemd", "system"),
            List.of("usr", "lib", "systemd", "system"), List.of("lib", "systemd", "system"),
            List.of("usr", "local", "lib", "systemd", "system"));
    /** systemd.unit(5), "Description": what can be active; the characters that a name may have, an instance's included. */
    private static final Pattern UNIT = Pattern.compile("[A-Za-z0-9:_.\\\\@-]{1,246}\\.(service|socket|timer|path|mount|automount|swap)");
    /** launchd.plist(5), "FILES". */
    private static final Set<List<String>> DAEMON_FOLDERS =
            Set.of(List.of("Library", "LaunchDaemons"), List.of("System", "Library", "LaunchDaemons"));

    private ManagedItems() {
    }

    /** What ends with the added item that the action takes away; empty where the system runs nothing by it. */
    static Optional<Managed> takenBy(Action action) {
        return switch (action) {
            case Action.RemoveKey remove -> service(remove);
            case Action.Quarantine move when move.present().kind() == FileKind.FILE -> file(move.present());
            case Action.Quarantine _, Action.RestoreValue _, Action.RestoreKey _, Action.RemoveValue _, Action.RestoreFile _,
                    Action.MoveBack _, Action.RestoreAttributes _, Action.StopManaged _, Action.StopProcesses _, Action.Restart _,
                    Action.ManualStep _ -> Optional.empty();
        };
    }

    private static Optional<Managed> service(Action.RemoveKey remove) {
        List<String> path = remove.location().components();
        if (path.size() != SERVICES.size() + 1
                || !path.subList(0, SERVICES.size()).stream().map(name -> name.toUpperCase(Locale.ROOT)).toList().equals(SERVICES)) {
            return Optional.empty();
        }
        OptionalInt type = number(remove, "Type");
        OptionalInt start = number(remove, "Start");
        if (type.isEmpty() || (type.getAsInt() & PROCESS_TYPES) == 0 || start.isEmpty()
                || start.getAsInt() < 0 || start.getAsInt() >= START.size()) {
            return Optional.empty();
        }
        String word = START.get(start.getAsInt());
        boolean delayed = word.equals("auto") && number(remove, "DelayedAutostart").orElse(0) == 1;
        return Optional.of(new WindowsService(path.getLast(), remove.present(), delayed ? "delayed-auto" : word, remove.held()));
    }

    private static OptionalInt number(Action.RemoveKey remove, String name) {
        return remove.held().stream().filter(ValueItem.class::isInstance).map(ValueItem.class::cast)
                .filter(value -> value.location().name().equalsIgnoreCase(name)
                        && value.location().components().size() == remove.location().components().size() + 1
                        && value.type() == ValueType.DWORD && value.data().length() == Integer.BYTES)
                .mapToInt(value -> ByteBuffer.wrap(value.data().toArray()).order(ByteOrder.LITTLE_ENDIAN).getInt()).findFirst();
    }

    private static Optional<Managed> file(FileItem file) {
        List<String> path = file.location().components().subList(1, file.location().components().size());
        if (path.isEmpty()) {
            return Optional.empty();
        }
        List<String> folder = path.subList(0, path.size() - 1);
        if (UNIT_FOLDERS.contains(folder) && UNIT.matcher(path.getLast()).matches()) {
            return Optional.of(new SystemdUnit(path.getLast(), file));
        }
        if (DAEMON_FOLDERS.contains(folder) && path.getLast().endsWith(".plist")) {
            return Optional.of(new LaunchdDaemon(path.getLast(), file));
        }
        // %SystemRoot%\System32\Tasks, whatever the folder of Windows is called.
        if (path.size() > 3 && path.get(1).equalsIgnoreCase("System32") && path.get(2).equalsIgnoreCase("Tasks")) {
            List<String> name = new ArrayList<>(List.of(""));
            name.addAll(path.subList(3, path.size()));
            return Optional.of(new ScheduledTask(String.join("\\", name), file));
        }
        return Optional.empty();
    }
}
