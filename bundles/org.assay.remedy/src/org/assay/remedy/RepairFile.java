package org.assay.remedy;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.assay.model.Location;
import org.assay.model.item.ValueItem;
import org.assay.model.item.ValueType;
import org.assay.registry.RegistryValue;
import org.assay.registry.reg.RegFileWriter;
import org.assay.registry.reg.RegFormat;
import org.assay.remedy.plan.Action;

/**
 * Writes {@code repair.reg} and its twin for old Windows: first what is removed, then what is restored, so that nothing restored is
 * removed again.
 *
 * <p>It is stricter with key names than regedit. Programs that import such files disagree on where a key line ends and whether blanks at
 * its end count; a key called {@code Run]} or {@code Run } beside {@code Run} must not make one of them delete {@code Run}.
 */
final class RepairFile {

    private static final Map<String, String> ROOTS = Map.of("HKLM", "HKEY_LOCAL_MACHINE", "HKU", "HKEY_USERS", "HKCR", "HKEY_CLASSES_ROOT",
            "HKCC", "HKEY_CURRENT_CONFIG", "HKCU", "HKEY_CURRENT_USER", "HKDD", "HKEY_DYN_DATA");

    private RepairFile() {
    }

    /** Why the file cannot carry this registry action out; empty when it can, and for actions on files. */
    static Optional<String> refusal(Action action) {
        return switch (action) {
            case Action.RestoreKey restore -> refusalOfKey(restore.baseline()
                    .location()).or(() -> RegFileWriter.refusalOfKey(path(restore.baseline().location())));
            case Action.RemoveKey remove -> refusalOfKey(remove.present()
                    .location()).or(() -> RegFileWriter.refusalOfKeyDeletion(path(remove.present().location())));
            case Action.RemoveValue remove -> refusalOfValue(remove.present().location());
            case Action.RestoreValue restore -> restore.baseline().type() == ValueType.LINK
                    ? Optional.of("A .reg file cannot make a symbolic link between registry keys.")
                    : refusalOfValue(restore.baseline().location());
            case Action.StopProcesses _, Action.StopManaged _, Action.Quarantine _, Action.MoveBack _, Action.RestoreFile _,
                    Action.RestoreAttributes _,
                    Action.Restart _, Action.ManualStep _ -> Optional.empty();
        };
    }

    /** Whether a file of this format can carry out all of {@code actions}, none of which {@link #refusal} refuses. */
    static boolean fits(List<Action> actions, RegFormat format) {
        return actions.stream().allMatch(action -> switch (action) {
            case Action.RestoreKey restore -> format.holds(restore.baseline().location().components());
            case Action.RemoveKey remove -> format.holds(remove.present().location().components());
            case Action.RemoveValue remove -> format.holds(remove.present().location().components());
            case Action.RestoreValue restore -> format.holds(value(restore.baseline()));
            case Action.StopProcesses _, Action.StopManaged _, Action.Quarantine _, Action.MoveBack _, Action.RestoreFile _,
                    Action.RestoreAttributes _,
                    Action.Restart _, Action.ManualStep _ -> true;
        });
    }

    /** Writes {@code actions}, none of which {@link #refusal} refuses and which {@link #fits}, and closes {@code out}. */
    static void write(List<Action> actions, RegFormat format, OutputStream out) {
        List<Action> ordered = new ArrayList<>(actions.stream().filter(RepairFile::removes).toList());
        ordered.addAll(actions.stream().filter(action -> !removes(action)).toList());
        try (RegFileWriter writer = new RegFileWriter(out, format)) {
            writer.comment("Assay: removes what was added to the registry and restores what the baseline has. Back up the registry first.");
            List<String> current = List.of();
            for (Action action : ordered) {
                current = write(action, current, writer);
            }
        }
    }

    /** Writes one action with its comment, which stands within the key where it can; returns the key that the file is in then. */
    private static List<String> write(Action action, List<String> current, RegFileWriter writer) {
        String comment = "Change " + action.change();
        switch (action) {
            case Action.RemoveKey remove -> {
                writer.comment(comment);
                writer.deleteKey(path(remove.present().location()));
                return List.of();
            }
            case Action.RestoreKey restore -> {
                writer.comment(comment);
                writer.key(path(restore.baseline().location()));
                return path(restore.baseline().location());
            }
            case Action.RemoveValue remove -> {
                List<String> key = enter(remove.present().location(), current, writer);
                writer.comment(comment);
                writer.deleteValue(key, remove.present().location().name());
                return key;
            }
            case Action.RestoreValue restore -> {
                List<String> key = enter(restore.baseline().location(), current, writer);
                writer.comment(comment);
                writer.value(value(restore.baseline()));
                return key;
            }
            case Action.StopProcesses _, Action.StopManaged _, Action.Quarantine _, Action.MoveBack _, Action.RestoreFile _,
                    Action.RestoreAttributes _,
                    Action.Restart _, Action.ManualStep _ -> throw new IllegalArgumentException("not a registry action");
        }
    }

    static RegistryValue value(ValueItem item) {
        return new RegistryValue(path(key(item.location())), item.location().name(), item.type(), item.data().toArray());
    }

    private static List<String> enter(Location value, List<String> current, RegFileWriter writer) {
        List<String> key = path(key(value));
        if (!key.equals(current)) {
            writer.key(key);
        }
        return key;
    }

    private static boolean removes(Action action) {
        return action instanceof Action.RemoveKey || action instanceof Action.RemoveValue;
    }

    /** Why no file can hold this value; empty when one can. */
    static Optional<String> refusalOfValue(Location value) {
        return refusalOfKey(key(value)).or(() -> RegFileWriter.refusalOfValue(path(key(value)), value.name()));
    }

    /** Why no file can hold this key, as far as programs that import such files differ; empty when one can. */
    static Optional<String> refusalOfKey(Location key) {
        if (!ROOTS.containsKey(key.components().getFirst())) {
            return Optional.of("Where the hive is mounted on the machine is not known, so a .reg file cannot name the key.");
        }
        return key.components().stream().anyMatch(RepairFile::readsDifferently)
                ? Optional.of("A key name in its path holds a \"]\", a control character or a blank at its end, "
                        + "which programs that import .reg files read differently.")
                : Optional.empty();
    }

    private static boolean readsDifferently(String name) {
        return !name.equals(name.strip()) || name.indexOf(']') >= 0 || name.chars().anyMatch(Character::isISOControl);
    }

    /** The long name of a root key for its short one. */
    static Optional<String> root(String shortName) {
        return Optional.ofNullable(ROOTS.get(shortName));
    }

    /** The key as such files name it. */
    static List<String> path(Location key) {
        List<String> path = new ArrayList<>(key.components());
        path.set(0, ROOTS.get(path.getFirst()));
        return path;
    }

    static Location key(Location value) {
        return Location.key(value.components().subList(0, value.components().size() - 1).toArray(String[]::new));
    }
}
