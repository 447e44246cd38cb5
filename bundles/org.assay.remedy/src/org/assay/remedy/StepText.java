package org.assay.remedy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.assay.model.Location;
import org.assay.model.item.Item;
import org.assay.remedy.plan.Action;
import org.assay.remedy.plan.Step;

/**
 * A step of the plan in words. The words of evidence and of analysts are in it as they are.
 *
 * @param number from 1, in the order in which the steps are done
 * @param change the number of the change that it answers
 * @param phase the phase that it belongs to
 * @param what what is done
 * @param before what must be there, or it is not done; empty where it does not depend on what is there
 * @param undo how it is undone; empty where it is not
 * @param carriers the files of the export that do it; none where a person must
 * @param reason who decided it and why
 * @param byHand what a person does, in order; none where a script or an import does it
 */
public record StepText(int number, int change, String phase, Location location, String what, String before, String undo,
        List<String> carriers, String reason, List<String> byHand) {

    public StepText {
        carriers = List.copyOf(carriers);
        byHand = List.copyOf(byHand);
    }

    /** The steps of a plan in their order. */
    public static List<StepText> of(ExportContents contents) {
        Routing work = Routing.of(contents);
        return contents.plan().steps().stream().map(step -> of(step, work)).toList();
    }

    private static StepText of(Step step, Routing work) {
        Action action = step.action();
        Optional<Action.ManualStep> manual = Optional.ofNullable(work.byHand().get(step.number()));
        return new StepText(step.number(), action.change(), ReportText.lower(action.phase()), action.location(),
                ReportText.action(action), before(action), ReportText.undo(action).orElse(""), work.carriers(step), step.reason(),
                manual.map(one -> with(one.why(), one.steps())).orElse(List.of()));
    }

    private static List<String> with(String why, List<String> steps) {
        return Stream.concat(Stream.of(why), steps.stream()).toList();
    }

    private static String before(Action action) {
        return switch (action) {
            case Action.Restart _, Action.ManualStep _ -> "";
            case Action.RestoreKey _, Action.RestoreValue _, Action.RemoveKey _, Action.RemoveValue _, Action.StopProcesses _,
                    Action.StopManaged _, Action.Quarantine _, Action.MoveBack _, Action.RestoreFile _, Action.RestoreAttributes _ ->
                before(action.before());
        };
    }

    private static String before(Optional<? extends Item> item) {
        return item.map(ReportText::item).orElse("nothing is there");
    }
}
