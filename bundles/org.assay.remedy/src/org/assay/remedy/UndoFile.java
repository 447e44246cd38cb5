package org.assay.remedy;

import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.assay.model.item.FileItem;
import org.assay.model.item.Item;
import org.assay.model.item.KeyItem;
import org.assay.model.item.ValueItem;
import org.assay.registry.reg.RegFileWriter;
import org.assay.registry.reg.RegFormat;
import org.assay.remedy.plan.Action;

/**
 * Writes {@code undo.reg}, which takes back what {@code repair.reg} does: values that were made are removed, and what was removed or
 * altered is as it was. A key that was made stays, for what came into it since would go with it.
 */
final class UndoFile {

    private UndoFile() {
    }

    /** The changes that the file cannot bring back whole, because it cannot hold a name; each once, in order. */
    static List<Integer> incomplete(List<Action> actions) {
        return actions.stream().filter(action -> broughtBack(action)
                .anyMatch(item -> refusal(item).isPresent())).map(Action::change).distinct()
                .toList();
    }

    /** Whether a file of this format can hold all that it brings back. */
    static boolean fits(List<Action> actions, RegFormat format) {
        return actions.stream().allMatch(action -> made(action).map(value -> format.holds(value.location().components())).orElse(true)
                && broughtBack(action).filter(item -> refusal(item).isEmpty()).allMatch(item -> switch (item) {
                    case KeyItem key -> format.holds(key.location().components());
                    case ValueItem value -> format.holds(RepairFile.value(value));
                    case FileItem _ -> false;
                }));
    }

    /** Writes what takes back {@code actions}, which {@link RepairFile#write} writes, and closes {@code out}. */
    static void write(List<Action> actions, RegFormat format, OutputStream out) {
        try (RegFileWriter writer = new RegFileWriter(out, format)) {
            writer.comment("Assay: takes back what repair.reg did. Import it only to have the examined state again.");
            for (Action action : actions) {
                made(action).ifPresent(value -> {
                    writer.comment("Change " + action.change());
                    writer.key(RepairFile.path(RepairFile.key(value.location())));
                    writer.deleteValue(RepairFile.path(RepairFile.key(value.location())), value.location().name());
                });
            }
            for (Action action : actions) {
                List<Item> items = broughtBack(action).filter(item -> refusal(item).isEmpty()).toList();
                if (!items.isEmpty()) {
                    writer.comment("Change " + action.change());
                    items.forEach(item -> write(item, writer));
                }
            }
        }
    }

    private static void write(Item item, RegFileWriter writer) {
        switch (item) {
            case KeyItem key -> writer.key(RepairFile.path(key.location()));
            case ValueItem value -> writer.value(RepairFile.value(value));
            case FileItem _ -> throw new IllegalArgumentException("not registry data");
        }
    }

    private static Optional<String> refusal(Item item) {
        return switch (item) {
            case KeyItem key -> RepairFile.refusalOfKey(key.location())
                    .or(() -> RegFileWriter.refusalOfKey(RepairFile.path(key.location())));
            case ValueItem value -> RepairFile.refusalOfValue(value.location());
            case FileItem _ -> Optional.of("It is a file.");
        };
    }

    /** The value that the action makes where none was. */
    private static Optional<ValueItem> made(Action action) {
        return action instanceof Action.RestoreValue restore && restore.before().isEmpty() ? Optional.of(restore.baseline())
                : Optional.empty();
    }

    /** What was there before the action, in order. */
    private static Stream<Item> broughtBack(Action action) {
        return switch (action) {
            case Action.RestoreValue restore -> restore.before().stream().map(Item.class::cast);
            case Action.RemoveValue remove -> Stream.of(remove.present());
            case Action.RemoveKey remove -> Stream.concat(Stream.of(remove.present()), remove.held().stream());
            case Action.RestoreKey _, Action.StopProcesses _, Action.StopManaged _, Action.Quarantine _, Action.MoveBack _,
                    Action.RestoreFile _,
                    Action.RestoreAttributes _, Action.Restart _, Action.ManualStep _ -> Stream.empty();
        };
    }
}
