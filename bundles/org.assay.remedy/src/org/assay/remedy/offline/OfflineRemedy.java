package org.assay.remedy.offline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.remedy.offline.StepResult.Result;
import org.assay.remedy.plan.Step;

/**
 * Carries out a plan on the mounted disks of a machine that does not run: registry first, then files, each step only from the state that
 * the plan names. It can be run again at any time, also after it was killed, and taken back.
 *
 * @param disks where its files are
 * @param hives where the machine's registry is
 * @param apply whether anything is changed; without it all is checked only
 * @param undo whether it is taken back
 */
public record OfflineRemedy(PlanFile plan, MountedDisks disks, HiveFinder hives, boolean apply, boolean undo) {

    /**
     * Does it.
     *
     * @return how each step ended, in the order in which they were done
     * @throws AssayException when a folder cannot be used, or the log not be written
     */
    public List<StepResult> run() {
        Run run = Run.of(plan, disks, apply, undo);
        if (!RemedyLog.isPossible(run.shelf().folder())) {
            throw new AssayException(ErrorCode.WRONG_USAGE, "The log in the quarantine folder is not a file. Name another folder.");
        }
        List<StepResult> results = new ArrayList<>();
        if (!apply) {
            parts(run).forEach(part -> results.addAll(part.get()));
            return results;
        }
        try (RemedyLog log = RemedyLog.open(run.shelf().folder())) {
            log.begin(plan, undo);
            for (Supplier<List<StepResult>> part : parts(run)) {
                List<StepResult> done = part.get();
                done.forEach(log::step);
                results.addAll(done);
            }
            log.end(Arrays.stream(Result.values()).map(result -> count(results, result)).toList());
        }
        return results;
    }

    /** The registry and the files; what was done last is taken back first. */
    private List<Supplier<List<StepResult>>> parts(Run run) {
        List<Supplier<List<StepResult>>> parts = List.of(() -> new HiveSteps(run, hives).all(steps(false)),
                () -> new FileSteps(run, steps(true)).all());
        return undo ? parts.reversed() : parts;
    }

    private List<Step> steps(boolean files) {
        return plan.steps().stream().filter(step -> step.action().location().space().isFile() == files).toList();
    }

    /** How many ended so. */
    public static long count(List<StepResult> results, Result result) {
        return results.stream().filter(each -> each.result() == result).count();
    }
}
