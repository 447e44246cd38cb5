package org.assay.app.remedy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.assay.app.Argument;
import org.assay.app.ArgumentType;
import org.assay.app.ArgumentValues;
import org.assay.capture.EvidenceKinds;
import org.assay.capture.MountedRegistry;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.snapshot.CaptureOptions;
import org.assay.model.snapshot.Evidence;
import org.assay.model.snapshot.SourceKind;
import org.assay.remedy.offline.HiveFinder;
import org.assay.remedy.offline.MountedDisks;
import org.assay.remedy.offline.OfflineRemedy;
import org.assay.remedy.offline.PlanFile;
import org.assay.remedy.offline.StepResult;

/**
 * Carries out the plan of an export on the mounted disks of a machine that does not run.
 *
 * @param export the folder of an export, or the plan in it
 * @param trees where the trees of the plan are mounted
 * @param gold a folder with files of the baseline, besides those of the export
 */
public record RemedyOffline(Path export, List<Evidence> trees, Path quarantine, Optional<Path> gold, boolean apply, boolean undo) {

    public static final Argument<Path> EXPORT = Argument.required("export", "Export", "The folder of an export, or its plan.json.",
            "EXPORT", new ArgumentType.FilePath(false));
    public static final Argument<List<Evidence>> TREES = Argument.several("tree", "Trees", "Where a tree of the plan is mounted. NAME is"
            + " what the plan calls it; it may be left out where there is one only. May be given more than once.", "[NAME=]DIR",
            new ArgumentType.EvidencePath(EvidenceKinds.of(SourceKind.TREE)), true);
    public static final Argument<Path> QUARANTINE = Argument.required("quarantine", "Quarantine",
            "The folder that takes files, keeps hives as they were and has the log. It is made if the folder above it is there.", "DIR",
            new ArgumentType.FilePath(true));
    public static final Argument<Path> GOLD = Argument.optional("gold", "Gold copies",
            "Where files of the baseline are, besides those of the export: by their SHA-256, or as in the tree.", "DIR",
            new ArgumentType.FilePath(true));
    public static final Argument<Boolean> APPLY = Argument.flag("apply", "Apply", "Do it. Without this nothing is changed.");
    public static final Argument<Boolean> UNDO = Argument.flag("undo", "Undo", "Take it back; unless it is applied, this too is only"
            + " shown.");

    /**
     * What came of it.
     *
     * @param results how each step ended, in the order in which they were done
     * @param manualSteps how many steps of the plan are left to a person
     */
    public record Outcome(List<Row> results, int manualSteps) {

        /** How many steps ended so. */
        public long count(String result) {
            return results.stream().filter(row -> row.result.equals(result)).count();
        }
    }

    /**
     * How a step ended.
     *
     * @param result {@code done}, {@code already}, {@code absent} or {@code left}
     * @param text for people
     */
    public record Row(String result, int step, int change, Location location, String text) {
    }

    public RemedyOffline {
        trees = List.copyOf(trees);
    }

    /** What a user asks for by these arguments. */
    public static RemedyOffline of(ArgumentValues values) {
        return new RemedyOffline(values.get(EXPORT), values.get(TREES), values.get(QUARANTINE), values.find(GOLD), values.get(APPLY),
                values.get(UNDO));
    }

    /** Does it, or says what would be done. */
    public Outcome run(Progress progress) {
        PlanFile plan = PlanFile.read(export);
        List<Evidence> mounted = named(plan);
        Map<String, Path> folders = new LinkedHashMap<>();
        mounted.forEach(tree -> folders.put(name(tree), Path.of(EvidenceKinds.stored(tree).path().orElseThrow())));
        boolean registry = plan.steps().stream().anyMatch(step -> !step.action().location().space().isFile());
        List<StepResult> results = new OfflineRemedy(plan, new MountedDisks(folders, quarantine, gold),
                registry ? finder(mounted, progress) : HiveFinder.NONE, apply, undo).run();
        return new Outcome(results.stream().map(RemedyOffline::row).toList(), plan.manualSteps());
    }

    private static Row row(StepResult result) {
        return new Row(result.result().name().toLowerCase(Locale.ROOT), result.step().number(), result.step().action().change(),
                result.step().action().location(), result.text());
    }

    private static HiveFinder finder(List<Evidence> trees, Progress progress) {
        MountedRegistry registry = MountedRegistry.find(trees, CaptureOptions.standard(), progress);
        return key -> registry.find(key).map(found -> new HiveFinder.KeyPlace(found.file(), found.path()));
    }

    /** The trees under the names that the plan has for them. */
    private List<Evidence> named(PlanFile plan) {
        Set<String> names = plan.steps().stream().map(step -> step.action().location()).filter(place -> place.space().isFile())
                .map(place -> place.components().getFirst()).collect(Collectors.toSet());
        if (trees.size() == 1 && trees.getFirst().name().isEmpty() && names.size() == 1) {
            return List.of(new Evidence(SourceKind.TREE, names.iterator().next(), trees.getFirst().path()));
        }
        List<String> others = new ArrayList<>(trees.stream().map(RemedyOffline::name).toList());
        others.removeAll(names);
        if (!others.isEmpty() && !names.isEmpty()) {
            throw new AssayException(ErrorCode.WRONG_USAGE, "The plan names no tree '" + others.getFirst() + "'. Its trees are "
                    + names.stream().sorted().map(name -> "'" + name + "'").collect(Collectors.joining(", ")) + ".");
        }
        return trees;
    }

    private static String name(Evidence tree) {
        return Location.ofTree(tree.name()).name();
    }
}
