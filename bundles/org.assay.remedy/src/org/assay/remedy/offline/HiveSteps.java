package org.assay.remedy.offline;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.assay.model.Location;
import org.assay.model.item.FileItem;
import org.assay.model.item.Item;
import org.assay.model.item.KeyItem;
import org.assay.model.item.KeySecurity;
import org.assay.model.item.ValueItem;
import org.assay.model.text.Bytes;
import org.assay.model.text.Space;
import org.assay.registry.ByteSource;
import org.assay.registry.RegistryException;
import org.assay.registry.RegistryValue;
import org.assay.registry.SecurityDescriptor;
import org.assay.registry.hive.HiveEditor;
import org.assay.remedy.offline.StepResult.Ending;
import org.assay.remedy.offline.StepResult.Result;
import org.assay.remedy.plan.Action;
import org.assay.remedy.plan.Step;

/**
 * What is done in the registry: in memory first, a step after the other, each from the state that the plan names, then each hive is written
 * once. A preview does the same and writes nothing.
 */
final class HiveSteps {

    private static final String TREE = "hive";

    private final Run run;
    private final HiveFinder finder;
    private final Map<Location, Opened> hives = new TreeMap<>(Location.ORDER);

    /** A hive that is changed, or why it cannot be. */
    private static final class Opened {
        private final Optional<WrittenHive> file;
        private final Optional<HiveEditor> editor;
        private final Map<String, ByteSource> logs;
        private final List<Integer> done = new ArrayList<>();
        private String refusal;

        Opened(Optional<WrittenHive> file, Optional<HiveEditor> editor, Map<String, ByteSource> logs, String refusal) {
            this.file = file;
            this.editor = editor;
            this.logs = logs;
            this.refusal = refusal;
        }
    }

    /** A key in a hive that is open. */
    private record Place(HiveEditor hive, Location key, List<String> path) {
    }

    HiveSteps(Run run, HiveFinder finder) {
        this.run = run;
        this.finder = finder;
    }

    List<StepResult> all(List<Step> steps) {
        List<StepResult> results = new ArrayList<>();
        for (Step step : run.undo() ? steps.reversed() : steps) {
            results.add(result(step, results.size()));
        }
        if (run.apply()) {
            hives.values().stream().filter(hive -> !hive.done.isEmpty()).forEach(hive -> write(hive, results));
        }
        return results;
    }

    private StepResult result(Step step, int at) {
        Ending ending;
        try {
            Action action = step.action();
            Location key = action.location().space() == Space.KEY ? action.location() : above(action.location());
            HiveFinder.KeyPlace found = finder.find(key).orElseThrow(() -> new StepLeftException("no hive of the mounted trees has it"));
            Opened opened = hives.computeIfAbsent(found.file(), this::open);
            Place place = new Place(opened.editor.orElseThrow(() -> new StepLeftException(opened.refusal)), key, found.path());
            ending = ending(action, place);
            if (ending.result() == Result.DONE) {
                opened.done.add(at);
            }
        } catch (StepLeftException e) {
            ending = new Ending(Result.LEFT, e.getMessage());
        } catch (RegistryException e) {
            ending = new Ending(Result.LEFT, e.getMessage());
        }
        return new StepResult(step, ending.result(), TREE, ending.text());
    }

    private Opened open(Location where) {
        try {
            WrittenHive file = new WrittenHive(run.place(where), run.keptHive(where));
            if (run.apply()) {
                file.finishBroken();
            }
            Map<String, ByteSource> logs = file.logs();
            return new Opened(Optional.of(file), Optional.of(HiveEditor.of(where.text(), file.read(), logs, Instant.now())), logs, "");
        } catch (StepLeftException | RegistryException e) {
            return new Opened(Optional.empty(), Optional.empty(), Map.of(), e.getMessage());
        } catch (IOException e) {
            return new Opened(Optional.empty(), Optional.empty(), Map.of(), "the hive " + where.text() + " cannot be read");
        }
    }

    /** Writes a hive; where that fails, nothing was done in it. */
    private static void write(Opened hive, List<StepResult> results) {
        Optional<String> failure;
        try {
            hive.file.orElseThrow().replace(hive.editor.orElseThrow().finish(), hive.logs);
            failure = Optional.empty();
        } catch (RegistryException e) {
            failure = Optional.of(e.getMessage());
        } catch (AccessDeniedException e) {
            failure = Optional.of("the hive may not be written: take the right to write it, then run it again");
        } catch (IOException e) {
            failure = Optional.of("the hive could not be written: run it again, which finishes what was begun");
        }
        failure.ifPresent(why -> hive.done.forEach(at -> results.set(at,
                new StepResult(results.get(at).step(), Result.LEFT, TREE, why))));
    }

    private Ending ending(Action action, Place place) throws StepLeftException {
        return switch (action) {
            case Action.RestoreValue restore -> run.undo() ? value(place, restore.after(), restore.before())
                    : value(place, restore.before(), restore.after());
            case Action.RemoveValue remove -> run.undo() ? value(place, remove.after(), remove.before())
                    : value(place, remove.before(), remove.after());
            case Action.RestoreKey restore -> run.undo() ? unmake(place) : make(place, restore);
            case Action.RemoveKey remove -> run.undo() ? makeAgain(place, remove) : remove(place, remove);
            case Action.StopProcesses _, Action.StopManaged _, Action.Quarantine _, Action.MoveBack _, Action.RestoreFile _,
                    Action.RestoreAttributes _,
                    Action.Restart _, Action.ManualStep _ -> throw new IllegalArgumentException("not a registry action");
        };
    }

    private Ending value(Place place, Optional<? extends Item> from, Optional<? extends Item> to) throws StepLeftException {
        String name = (to.isPresent() ? to : from).orElseThrow().location().name();
        Optional<RegistryValue> present = place.hive.value(place.path, name);
        if (isSame(present, to)) {
            return new Ending(Result.ALREADY, to.isPresent() ? "already as it must be" : "already removed");
        } else if (!isSame(present, from)) {
            throw new StepLeftException("it has changed: type or data is not what was judged");
        } else if (to.isPresent() && to.get() instanceof ValueItem value) {
            if (!place.hive.hasKey(place.path)) {
                place.hive.makeKey(place.path);
            }
            place.hive.setValue(place.path, name, value.type(), value.data().toArray());
            return new Ending(Result.DONE, run.undo() ? "given what it had before" : "restored");
        }
        place.hive.removeValue(place.path, name);
        return new Ending(Result.DONE, "removed");
    }

    private static boolean isSame(Optional<RegistryValue> present, Optional<? extends Item> state) {
        return present.isPresent() == state.isPresent() && (state.isEmpty() || state.get() instanceof ValueItem value
                && present.get().type() == value.type() && Bytes.copyOf(present.get().data()).equals(value.data()));
    }

    /** The baseline may be of another machine: its accounts get no rights here. */
    private static Ending make(Place place, Action.RestoreKey restore) {
        if (place.hive.hasKey(place.path)) {
            return new Ending(Result.ALREADY, "already there");
        }
        place.hive.makeKey(place.path, restore.baseline().className(),
                restore.baseline().security().filter(descriptor -> namesAccountsOf(place.hive, descriptor)).map(Bytes::toArray)
                        .map(SecurityDescriptor::new));
        return new Ending(Result.DONE, "made");
    }

    /** Whether the descriptor names accounts of a machine or domain that others of this hive name, too, or those of Windows itself only. */
    private static boolean namesAccountsOf(HiveEditor hive, Bytes descriptor) {
        Set<List<Integer>> known = hive.securities().stream().flatMap(one -> KeySecurity.machines(Bytes.copyOf(one.bytes())).stream())
                .flatMap(Set::stream).collect(Collectors.toSet());
        return KeySecurity.machines(descriptor)
                .filter(machines -> machines.isEmpty() || !Collections.disjoint(machines, known)).isPresent();
    }

    private static Ending unmake(Place place) throws StepLeftException {
        KeyContent content = new KeyContent(place.key);
        if (!place.hive.read(place.path, content)) {
            return new Ending(Result.ALREADY, "already removed");
        } else if (!content.isEmpty()) {
            throw new StepLeftException("it holds something by now");
        }
        place.hive.removeKey(place.path);
        return new Ending(Result.DONE, "removed");
    }

    private static Ending remove(Place place, Action.RemoveKey remove) throws StepLeftException {
        KeyContent content = new KeyContent(place.key);
        if (!place.hive.read(place.path, content)) {
            return new Ending(Result.ALREADY, "already removed");
        } else if (!content.isWithin(remove.held())) {
            throw new StepLeftException("it holds something that was not judged");
        }
        place.hive.removeKey(place.path);
        return new Ending(Result.DONE, "removed");
    }

    private static Ending makeAgain(Place place, Action.RemoveKey remove) throws StepLeftException {
        KeyContent content = new KeyContent(place.key);
        if (place.hive.read(place.path, content)) {
            if (content.is(remove.held())) {
                return new Ending(Result.ALREADY, "already there");
            }
            throw new StepLeftException("it is there, and holds something else");
        }
        make(place, remove.present());
        for (Item item : remove.held()) {
            switch (item) {
                case KeyItem key -> make(place, key);
                case ValueItem value -> place.hive.setValue(path(place, above(value.location())), value.location().name(), value.type(),
                        value.data().toArray());
                case FileItem _ -> throw new StepLeftException("the plan has a file in a key");
            }
        }
        return new Ending(Result.DONE, "made again with what it held");
    }

    private static void make(Place place, KeyItem key) {
        place.hive.makeKey(path(place, key.location()), key.className(), key.security().map(Bytes::toArray).map(SecurityDescriptor::new));
    }

    /** The path in the hive of what lies below the key. */
    private static List<String> path(Place place, Location key) {
        List<String> path = new ArrayList<>(place.path);
        path.addAll(key.components().subList(place.key.components().size(), key.components().size()));
        return path;
    }

    private static Location above(Location value) {
        return new Location(Space.KEY, value.components().subList(0, value.components().size() - 1));
    }
}
