package org.assay.remedy.offline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Location;
import org.assay.model.item.FileItem;
import org.assay.model.text.Visible;

/**
 * What a run is to do, and disks.
 *
 * @param roots where each tree is mounted, without links, by the tree's name
 * @param numbers the trees' numbers in the quarantine, which are those of {@code remedy.sh}
 * @param shelf the quarantine
 * @param gold folders that may hold the baseline's files, by their SHA-256 or as in the tree
 */
record Run(boolean apply, boolean undo, Map<String, Path> roots, Map<String, Integer> numbers, Shelf shelf, List<Path> gold) {

    /**
     * @throws AssayException when a root is not a folder, or lies in the quarantine
     */
    static Run of(PlanFile plan, MountedDisks disks, boolean apply, boolean undo) {
        Shelf shelf = Shelf.at(disks.quarantine(), apply && !undo);
        Map<String, Path> roots = new LinkedHashMap<>();
        disks.trees().forEach((name, folder) -> {
            Path root = real(folder);
            if (shelf.holds(root)) {
                throw new AssayException(ErrorCode.WRONG_USAGE, "The tree " + Visible.text(folder.toString())
                        + " lies in the quarantine folder. Name another quarantine folder.");
            }
            roots.put(name, root);
        });
        Map<String, Integer> numbers = new LinkedHashMap<>();
        Stream.concat(plan.steps().stream().filter(step -> plan.scripted().contains(step.number())), plan.steps().stream())
                .map(step -> step.action().location()).filter(location -> location.space().isFile())
                .forEach(location -> numbers.putIfAbsent(location.components().getFirst(), numbers.size() + 1));
        disks.trees().keySet().forEach(name -> numbers.putIfAbsent(name, numbers.size() + 1));
        Stream<Path> carried = Stream.of(plan.folder().resolve("gold")).filter(Files::isDirectory);
        return new Run(apply, undo, roots, numbers, shelf, Stream.concat(carried, disks.gold().stream()).map(Run::real).toList());
    }

    private static Path real(Path folder) {
        try {
            Path real = folder.toRealPath();
            if (Files.isDirectory(real)) {
                return real;
            }
            throw new AssayException(ErrorCode.WRONG_USAGE, Visible.text(folder.toString()) + " is not a folder.");
        } catch (IOException e) {
            throw new AssayException(ErrorCode.WRONG_USAGE, Visible.text(folder.toString()) + " cannot be entered. Name a folder that is"
                    + " there and that you may read.", e);
        }
    }

    /** How the quarantine and the log call the tree of a place. */
    String tree(Location location) {
        return "tree-" + numbers.get(location.components().getFirst());
    }

    /** Where a place is on the mounted disk. */
    Path place(Location location) throws StepLeftException {
        Path root = Optional.ofNullable(roots.get(location.components().getFirst()))
                .orElseThrow(() -> new StepLeftException("where its tree is mounted was not said"));
        Path place = ExactPath.below(root, names(location));
        if (shelf.holds(place)) {
            throw new StepLeftException("it lies in the quarantine");
        } else if (ExactPath.isDiverted(root, place)) {
            throw new StepLeftException("a folder above it is a link or no folder");
        }
        return place;
    }

    Path stored(Location location) throws StepLeftException {
        return shelf.stored(tree(location), names(location));
    }

    Path undone(Location location) throws StepLeftException {
        return shelf.undone(tree(location), names(location));
    }

    /** A file with the content of the baseline's. */
    Path gold(FileItem baseline) throws StepLeftException {
        String sha256 = baseline.sha256().orElseThrow().hex();
        for (Path folder : gold) {
            Path inTree = ExactPath.below(folder, names(baseline.location()));
            for (Path copy : List.of(folder.resolve(sha256), inTree)) {
                if (!ExactPath.isDiverted(folder, copy) && PlannedState.is(copy, Optional.of(baseline))) {
                    return copy;
                }
            }
        }
        throw new StepLeftException("no copy with its SHA-256 was found: name a folder of gold copies that has one");
    }

    /** Where a hive of a tree is kept as it was. */
    Path keptHive(Location hive) throws StepLeftException {
        return shelf.stored("hives", Stream.concat(Stream.of(tree(hive)), names(hive).stream()).toList());
    }

    private static List<String> names(Location location) {
        return location.components().subList(1, location.components().size());
    }
}
