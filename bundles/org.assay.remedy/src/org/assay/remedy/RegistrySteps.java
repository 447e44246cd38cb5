package org.assay.remedy;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.assay.model.Location;
import org.assay.model.item.FileItem;
import org.assay.model.item.Item;
import org.assay.model.item.KeyItem;
import org.assay.model.item.ValueItem;
import org.assay.model.item.ValueType;
import org.assay.model.text.Bytes;
import org.assay.registry.RegistryValue;
import org.assay.registry.reg.RegFileWriter;
import org.assay.registry.reg.RegFormat;
import org.assay.remedy.plan.Action;
import org.assay.remedy.plan.Managed;
import org.assay.remedy.plan.Managed.WindowsService;
import org.assay.remedy.plan.Step;

/**
 * What {@code remedy.cmd} does in the registry: a step imports its own file, and only after {@code registry-step.cmd} has found the key or
 * value as the plan says. Names of values and data are in files only. The name of a key is a word of the script; what such a word cannot
 * hold, {@link #refusal} refuses.
 *
 * <p>For each step there are the files {@code registry/N-do.reg} and {@code registry/N-undo.reg}, which change the key, and those that
 * hold a state, to be imported below {@link #CHECK} only: {@code N-before.reg} and {@code N-after.reg} of a value, {@code N-tree.reg} of a
 * key with what is in it, {@code N-disabled.reg} of the key of a service that an earlier step disabled, and
 * {@code clear.reg} and {@code probe.reg} of every export.
 */
final class RegistrySteps {

    static final String SCRIPT = "registry-step.cmd";

    private static final List<String> CHECK = List.of("HKEY_CURRENT_USER", "Software", "Assay-check");
    /** Where the script makes its copies. */
    private static final List<String> STATE = List.of("HKEY_CURRENT_USER", "Software", "Assay-check", "state");
    /** Those that {@code reg.exe} has. */
    private static final Set<String> ROOTS = Set.of("HKLM", "HKCU", "HKCR", "HKU", "HKCC");
    /** Microsoft Learn, "CreateServiceW": SERVICE_DISABLED. */
    private static final Bytes DISABLED = Bytes.ofHex("04000000");
    private static final Pattern NAME = Pattern.compile("[ -~&&[^\"\\\\]]+");
    /** The command interpreter takes 8,191 characters a line; a key's name has 255 at most. */
    private static final int MAX_KEY_LENGTH = 1_000;

    private RegistrySteps() {
    }

    /** Why the script cannot do this action of the registry, which {@link RepairFile} can; empty when it can. */
    static Optional<String> refusal(Action action) {
        if (action instanceof Action.StopManaged stop) {
            return stop.location().name().indexOf('/') >= 0 ? Optional.of("No service of Windows has a slash in its name.")
                    : refusal(removal(stop));
        }
        Location key = key(action);
        if (!ROOTS.contains(key.components().getFirst())
                || key.components().stream().anyMatch(name -> !NAME.matcher(name).matches())) {
            return Optional.of("remedy.cmd only names keys of printable ASCII without a double quote.");
        }
        if (path(key).length() > MAX_KEY_LENGTH) {
            return Optional.of("The path of the key is longer than the " + MAX_KEY_LENGTH + " characters that remedy.cmd takes.");
        }
        if (!UndoFile.incomplete(List.of(action)).isEmpty()) {
            return Optional.of("A .reg file cannot hold all that is in the key, so that nothing can compare it.");
        }
        return isKey(action) ? RegFileWriter.refusalOfKeyDeletion(RepairFile.path(key)) : Optional.empty();
    }

    /** Writes the files of {@code steps}, none of which {@link #refusal} refuses, and the script that uses them. */
    static void write(List<Step> steps, ExportFolder export) {
        Resource.writeBatch(SCRIPT, export);
        export.write("registry/clear.reg", out -> state(writer -> {
            writer.deleteKey(CHECK);
            writer.key(STATE);
        }, out));
        RegistryValue probe = new RegistryValue(STATE, "", ValueType.SZ, new byte[2]);
        export.write("registry/probe.reg", out -> state(writer -> writer.value(probe), out));
        Set<Location> disabled = new TreeSet<>(Location.ORDER);
        for (Step step : steps) {
            Action action = step.action();
            if (action instanceof Action.StopManaged stop && disables(stop)) {
                disabled.add(stop.location());
            }
            if (!(action instanceof Action.StopManaged)) {
                export.write(file(step, "do"), out -> RepairFile.write(List.of(action), RegFormat.VERSION_5, out));
                export.write(file(step, "undo"), out -> undo(action, out));
            }
            if (isKey(action)) {
                export.write(file(step, "tree"), out -> state(held(action), out));
                if (disabled.contains(action.location())) {
                    export.write(file(step, "disabled"), out -> state(disabled(action), out));
                }
            } else {
                export.write(file(step, "before"), out -> state(value(action, action.before()), out));
                export.write(file(step, "after"), out -> state(value(action, action.after()), out));
            }
        }
    }

    /** The lines of {@code remedy.cmd} that do {@code steps}. */
    static void call(List<Step> steps, StringBuilder script) {
        for (Step step : steps) {
            Location key = key(step.action());
            if (step.action() instanceof Action.StopManaged stop) {
                script.append("set \"service=").append(literal(stop.managed().name())).append("\"\nset \"start=")
                        .append(service(stop).start()).append("\"\n");
            }
            script.append("set \"reg_key=").append(literal(path(key))).append("\"\nset \"reg_hive=")
                    .append(LiveRegistry.needsLogon(key) ? "HKEY_USERS\\" + literal(key.components().get(1)) : "")
                    .append("\"\ncall \"%~f0\" /registry ").append(step.number()).append(' ').append(step.action().change()).append(' ')
                    .append(words(step.action())).append('\n');
        }
    }

    /** What is done, what it is done to, and how the script finds its state: of a value first the state in which it is there. */
    private static String words(Action action) {
        return switch (action) {
            case Action.RestoreValue restore -> "restored value " + (restore.before().isPresent() ? "before after" : "after before");
            case Action.RemoveValue _ -> "removed value before after";
            case Action.RestoreKey _ -> "made key make";
            case Action.RemoveKey _ -> "removed tree remove";
            case Action.StopManaged _ -> "stopped service";
            case Action.StopProcesses _, Action.Quarantine _, Action.MoveBack _, Action.RestoreFile _, Action.RestoreAttributes _,
                    Action.Restart _, Action.ManualStep _ -> throw new IllegalArgumentException("not a registry action");
        };
    }

    private static void undo(Action action, OutputStream out) {
        if (action instanceof Action.RestoreKey restore) {
            try (RegFileWriter writer = new RegFileWriter(out)) {
                writer.deleteKey(RepairFile.path(restore.baseline().location()));
            }
        } else {
            UndoFile.write(List.of(action), RegFormat.VERSION_5, out);
        }
    }

    /** A file that brings about a state below {@link #CHECK}. */
    private static void state(StateContent content, OutputStream out) {
        try (RegFileWriter writer = new RegFileWriter(out)) {
            writer.comment("Assay: a state to compare with. It changes nothing but " + String.join("\\", CHECK) + ".");
            content.write(writer);
        }
    }

    /** What a state holds, written below {@link #STATE}. */
    private interface StateContent {
        void write(RegFileWriter writer);
    }

    private static StateContent held(Action action) {
        return switch (action) {
            case Action.StopManaged stop -> held(stop.location(), removal(stop).held());
            case Action.RemoveKey remove -> held(remove.location(), remove.held());
            case Action.RestoreValue _, Action.RestoreKey _, Action.RemoveValue _, Action.Quarantine _, Action.RestoreFile _,
                    Action.MoveBack _, Action.RestoreAttributes _, Action.StopProcesses _, Action.Restart _, Action.ManualStep _ ->
                held(action.location(), List.of());
        };
    }

    /** What is in the key of a service once the step that stops it has disabled it. */
    private static StateContent disabled(Action action) {
        return switch (action) {
            case Action.StopManaged stop -> disabled(removal(stop));
            case Action.RemoveKey remove -> held(remove.location(), remove.held().stream().map(item -> disabled(remove, item)).toList());
            case Action.RestoreValue _, Action.RestoreKey _, Action.RemoveValue _, Action.Quarantine _, Action.RestoreFile _,
                    Action.MoveBack _, Action.RestoreAttributes _, Action.StopProcesses _, Action.Restart _, Action.ManualStep _ ->
                held(action);
        };
    }

    private static Item disabled(Action.RemoveKey service, Item item) {
        return item instanceof ValueItem value && RepairFile.key(value.location()).equals(service.location())
                && value.location().name().equalsIgnoreCase("Start") ? new ValueItem(value.location(), ValueType.DWORD, DISABLED) : item;
    }

    private static StateContent held(Location key, List<Item> items) {
        int depth = key.components().size();
        return writer -> {
            writer.key(STATE);
            for (Item item : items) {
                switch (item) {
                    case KeyItem sub -> writer.key(below(sub.location(), depth));
                    case ValueItem value -> writer.value(new RegistryValue(below(RepairFile.key(value.location()), depth),
                            value.location().name(), value.type(), value.data().toArray()));
                    case FileItem _ -> throw new IllegalArgumentException("not registry data");
                }
            }
        };
    }

    private static StateContent value(Action action, Optional<? extends Item> state) {
        return writer -> {
            if (state.isPresent() && state.get() instanceof ValueItem value) {
                writer.value(new RegistryValue(STATE, value.location().name(), value.type(), value.data().toArray()));
            } else {
                writer.deleteValue(STATE, action.location().name());
            }
        };
    }

    private static List<String> below(Location key, int depth) {
        List<String> path = new ArrayList<>(STATE);
        path.addAll(key.components().subList(depth, key.components().size()));
        return path;
    }

    private static boolean isKey(Action action) {
        return action instanceof Action.RemoveKey || action instanceof Action.RestoreKey || action instanceof Action.StopManaged;
    }

    private static boolean disables(Action.StopManaged stop) {
        return !service(stop).start().equals(WindowsService.DISABLED);
    }

    /** The removal of what the service is defined by: it is stopped only if all that is in its key is as it was judged. */
    private static Action.RemoveKey removal(Action.StopManaged stop) {
        WindowsService service = service(stop);
        return new Action.RemoveKey(stop.change(), service.definition(), service.held());
    }

    private static WindowsService service(Action.StopManaged stop) {
        return switch (stop.managed()) {
            case WindowsService service -> service;
            case Managed.ScheduledTask _, Managed.SystemdUnit _, Managed.LaunchdDaemon _ ->
                throw new IllegalArgumentException("not in the registry");
        };
    }

    private static String literal(String text) {
        return text.replace("%", "%%");
    }

    private static Location key(Action action) {
        return isKey(action) ? action.location() : RepairFile.key(action.location());
    }

    private static String path(Location key) {
        return String.join("\\", RepairFile.path(key));
    }

    private static String file(Step step, String what) {
        return "registry/" + step.number() + "-" + what + ".reg";
    }
}
