package org.assay.remedy.offline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.assay.model.Location;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.remedy.offline.StepResult.Ending;
import org.assay.remedy.offline.StepResult.Result;
import org.assay.remedy.plan.Action;
import org.assay.remedy.plan.Phase;
import org.assay.remedy.plan.Step;

/**
 * What is done about files, by the rules of {@code remedy.sh}: nothing is done but from the state that the plan names, nothing is
 * overwritten or deleted, nothing is done through a link, and each step can be done again or taken back.
 */
final class FileSteps {

    private final Run run;
    private final List<Step> steps;
    private final Map<Location, FileItem> taken = new HashMap<>();
    private final Map<Location, FileItem> putLater = new HashMap<>();

    FileSteps(Run run, List<Step> steps) {
        this.run = run;
        this.steps = steps;
        for (Step step : steps) {
            if (step.action() instanceof Action.Quarantine move && move.present().kind() != FileKind.DIRECTORY) {
                taken.put(move.location(), move.present());
            } else if (step.action() instanceof Action.RestoreFile restore) {
                putLater.put(restore.location(), restore.baseline());
            }
        }
    }

    List<StepResult> all() {
        List<StepResult> results = new ArrayList<>();
        for (Step step : ordered()) {
            results.add(result(step));
        }
        return results;
    }

    /**
     * In the order of {@code remedy.sh}: what moves, folders that are put, what is put into them, folders that go; taken back the other
     * way.
     */
    private List<Step> ordered() {
        List<Step> moved = in(Phase.MOVE);
        List<Step> folders = steps.stream().filter(FileSteps::putsFolder).toList();
        List<Step> put = in(Phase.RESTORE).stream().filter(step -> !putsFolder(step)).toList();
        List<Step> tidied = in(Phase.TIDY);
        return (run.undo() ? Stream.of(tidied.reversed(), put, folders.reversed(), moved) : Stream.of(moved, folders, put, tidied))
                .flatMap(List::stream).toList();
    }

    private List<Step> in(Phase phase) {
        return steps.stream().filter(step -> step.action().phase() == phase).toList();
    }

    private static boolean putsFolder(Step step) {
        return step.action() instanceof Action.RestoreFile restore && restore.baseline().kind() == FileKind.DIRECTORY;
    }

    private StepResult result(Step step) {
        Ending ending;
        try {
            ending = switch (step.action()) {
                case Action.Quarantine move when move.present().kind() == FileKind.DIRECTORY -> tidy(move);
                case Action.Quarantine move -> away(move);
                case Action.MoveBack back -> back(back);
                case Action.RestoreFile restore -> run.undo() ? unput(step, restore) : put(step, restore);
                case Action.RestoreAttributes attributes -> give(attributes);
                case Action.RestoreKey _, Action.RestoreValue _, Action.RemoveKey _, Action.RemoveValue _, Action.StopProcesses _,
                        Action.StopManaged _, Action.Restart _, Action.ManualStep _ ->
                                throw new IllegalArgumentException("not about a file");
            };
        } catch (StepLeftException e) {
            ending = new Ending(Result.LEFT, e.getMessage());
        } catch (IOException e) {
            ending = new Ending(Result.LEFT, "the system did not let it be done: " + e.getClass().getSimpleName());
        }
        return new StepResult(step, ending.result(), run.tree(step.action().location()), ending.text());
    }

    private Ending away(Action.Quarantine move) throws StepLeftException, IOException {
        Optional<FileItem> state = Optional.of(move.present());
        Optional<FileItem> later = Optional.ofNullable(putLater.get(move.location()));
        Path from = run.undo() ? run.stored(move.location()) : run.place(move.location());
        Path to = run.undo() ? run.place(move.location()) : run.stored(move.location());
        String did = run.undo() ? "put back" : "quarantined";
        boolean undone = run.undo();
        if (PlannedState.is(to, state) && (PlannedState.isNothing(from) || !undone && PlannedState.is(from, later))) {
            return new Ending(Result.ALREADY, "already " + did);
        } else if (!undone && PlannedState.is(from, later) && PlannedState.isNothing(to)) {
            return new Ending(Result.ABSENT, "not there");
        } else if (!PlannedState.is(from, state)) {
            throw new StepLeftException(PlannedState.difference(from));
        } else if (!PlannedState.isNothing(to) && !(undone && !run.apply() && PlannedState.is(to, later))) {
            throw new StepLeftException("something is already where it would go");
        } else if (run.apply()) {
            if (!undone) {
                Shelf.makeFolderAbove(to);
            }
            move(from, state, to);
        }
        return new Ending(Result.DONE, did);
    }

    private Ending tidy(Action.Quarantine move) throws StepLeftException, IOException {
        Path place = run.place(move.location());
        if (run.undo()) {
            if (PlannedState.isFolder(place)) {
                return new Ending(Result.ALREADY, "already made again");
            } else if (!PlannedState.isNothing(place)) {
                throw new StepLeftException("something else is there");
            } else if (run.apply()) {
                Files.createDirectory(place);
                GivenAttributes.give(place, move.present(), Optional.empty());
            }
            return new Ending(Result.DONE, "made again");
        } else if (PlannedState.isNothing(place)) {
            return new Ending(Result.ABSENT, "not there");
        } else if (!PlannedState.isFolder(place)) {
            throw new StepLeftException("it is not a folder any more");
        } else if (run.apply()) {
            removeFolder(place);
        }
        return new Ending(Result.DONE, run.apply() ? "taken away" : "taken away if it is empty by then");
    }

    private static void removeFolder(Path place) throws StepLeftException {
        try {
            Files.delete(place);
        } catch (IOException e) {
            throw new StepLeftException("the folder is not empty, or the system did not take it away");
        }
    }

    private Ending back(Action.MoveBack back) throws StepLeftException, IOException {
        Optional<FileItem> state = Optional.of(back.present());
        Path from = run.place(run.undo() ? back.baseline().location() : back.location());
        Path to = run.place(run.undo() ? back.location() : back.baseline().location());
        String did = run.undo() ? "moved where it was" : "moved back";
        if (PlannedState.isNothing(from) && PlannedState.is(to, state)) {
            return new Ending(Result.ALREADY, "already " + did);
        } else if (!PlannedState.is(from, state)) {
            throw new StepLeftException(PlannedState.difference(from));
        } else if (!PlannedState.isNothing(to)) {
            throw new StepLeftException("something is already where it would go");
        } else if (run.apply()) {
            requireFolderAbove(to);
            move(from, state, to);
        }
        return new Ending(Result.DONE, did);
    }

    private Ending give(Action.RestoreAttributes action) throws StepLeftException {
        Path place = run.place(action.location());
        if (!PlannedState.is(place, Optional.of(action.present()))) {
            throw new StepLeftException(PlannedState.difference(place));
        }
        FileItem required = run.undo() ? action.present() : action.baseline();
        return ended(Result.DONE, "given its attributes",
                lacking(place, required, Optional.of(run.undo() ? action.baseline() : action.present())));
    }

    private Ending put(Step step, Action.RestoreFile restore) throws StepLeftException, IOException {
        Path place = run.place(restore.location());
        Path stored = run.stored(restore.location());
        Optional<FileItem> after = Optional.of(restore.baseline());
        boolean gone = PlannedState.isNothing(place) && PlannedState.is(stored, restore.before());
        boolean taken = !run.apply() && PlannedState.is(place, Optional.ofNullable(this.taken.get(restore.location())));
        if (PlannedState.is(place, after)) {
            return ended(Result.ALREADY, "already put back", lacking(place, restore.baseline(), Optional.empty()));
        } else if (!PlannedState.is(place, restore.before()) && !gone && !taken) {
            throw new StepLeftException(PlannedState.difference(place));
        }
        Optional<Path> source = restore.baseline().kind() == FileKind.FILE ? Optional.of(run.gold(restore.baseline())) : Optional.empty();
        if (!run.apply()) {
            return new Ending(Result.DONE, "put back");
        }
        requireFolderAbove(place);
        Path made = place.resolveSibling(".assay-" + step.number() + ".new");
        discard(made);
        try {
            switch (restore.baseline().kind()) {
                case DIRECTORY -> Files.createDirectory(made);
                case LINK -> Files.createSymbolicLink(made, ExactPath.of(restore.baseline().target().orElseThrow()));
                case FILE -> Files.copy(source.orElseThrow(), made, LinkOption.NOFOLLOW_LINKS);
                case FIFO, SOCKET, CHARACTER_DEVICE, BLOCK_DEVICE, OTHER, STREAM -> throw new StepLeftException(
                        "only files, folders and links are put back");
            }
            if (!PlannedState.is(made, after)) {
                throw new StepLeftException("it could not be made beside its place");
            }
            if (!PlannedState.isNothing(place)) {
                Shelf.makeFolderAbove(stored);
                move(place, restore.before(), stored);
            }
            List<String> lacking = lacking(made, restore.baseline(), Optional.empty());
            move(made, after, place);
            return ended(Result.DONE, "put back", lacking);
        } finally {
            discard(made);
        }
    }

    /** Gives the attributes, unless it is a preview. */
    private List<String> lacking(Path path, FileItem required, Optional<FileItem> other) {
        return run.apply() ? GivenAttributes.give(path, required, other) : List.of();
    }

    private static Ending ended(Result result, String did, List<String> lacking) throws StepLeftException {
        if (!lacking.isEmpty()) {
            throw new StepLeftException("it was " + did + ", but the system did not let it have its " + String.join(", ", lacking));
        }
        return new Ending(result, did);
    }

    private Ending unput(Step step, Action.RestoreFile restore) throws StepLeftException, IOException {
        Path place = run.place(restore.location());
        Path stored = run.stored(restore.location());
        Optional<FileItem> after = Optional.of(restore.baseline());
        FileItem takenEarlier = taken.get(restore.location());
        if (PlannedState.is(place, restore.before()) || takenEarlier != null && PlannedState.is(place, Optional.of(takenEarlier))) {
            return new Ending(Result.ALREADY, "already taken back");
        } else if (!PlannedState.is(place, after) && !PlannedState.isNothing(place)) {
            throw new StepLeftException(PlannedState.difference(place));
        } else if (restore.before().isPresent() && !PlannedState.is(stored, restore.before())) {
            throw new StepLeftException("what was there before is not in the quarantine");
        } else if (!run.apply()) {
            return new Ending(Result.DONE, "taken back");
        }
        discard(place.resolveSibling(".assay-" + step.number() + ".new"));
        if (PlannedState.isFolder(place)) {
            removeFolder(place);
        } else if (PlannedState.is(place, after)) {
            Path aside = run.undone(restore.location());
            if (PlannedState.is(aside, after)) {
                Files.delete(place);
            } else {
                Shelf.makeFolderAbove(aside);
                move(place, after, aside);
            }
        }
        if (restore.before().isPresent()) {
            move(stored, restore.before(), place);
        }
        return new Ending(Result.DONE, "taken back");
    }

    private static void requireFolderAbove(Path place) throws StepLeftException {
        if (!PlannedState.isFolder(place.getParent())) {
            throw new StepLeftException("the folder that it belongs in is not there");
        }
    }

    /** Removes what a run that was killed left beside its place. */
    private static void discard(Path made) throws IOException {
        if (PlannedState.isFolder(made)) {
            Files.delete(made);
        } else if (Files.isRegularFile(made, LinkOption.NOFOLLOW_LINKS) || Files.isSymbolicLink(made)) {
            Files.delete(made);
        }
    }

    /** Moves what is in this state to where nothing is. */
    private static void move(Path from, Optional<FileItem> state, Path to) throws StepLeftException, IOException {
        if (!PlannedState.isNothing(to)) {
            throw new StepLeftException("something is already where it would go");
        }
        Files.move(from, to);
        if (!PlannedState.is(to, state)) {
            throw new StepLeftException("it was moved, but it changed on the way: it is not what was judged any more");
        }
    }
}
