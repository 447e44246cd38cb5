package org.assay.remedy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.assay.model.Location;
import org.assay.model.snapshot.Gap;
import org.assay.remedy.offline.PlanFile;
import org.assay.remedy.plan.Action;
import org.assay.remedy.plan.Action.ManualStep;
import org.assay.remedy.plan.Managed;
import org.assay.remedy.plan.Phase;
import org.assay.remedy.plan.Step;

/**
 * A plan's steps by what carries them out. What nothing can carry out safely is a manual step; no action is lost.
 *
 * @param registry what {@code repair.reg} does, to the keys that the running machine has, by the step's number in the plan's order
 * @param shell what {@code remedy.sh} does
 * @param guarded what {@code remedy.cmd} does in the registry, on the keys that the running machine has, all of which is in
 *        {@code registry}, and the services that it stops
 * @param batch what {@code remedy.cmd} does about files, which {@code remedy.sh} does too, and the tasks and processes that it ends
 * @param notInBatch why {@code remedy.cmd} does not do what {@code remedy.sh} does about the drives of Windows, or {@code repair.reg} does,
 *        by the step's number
 * @param byHand what a person must do, by the step's number
 * @param offline the numbers of what Assay does itself on a mounted disk; some of it a person does on a running machine
 */
record Routing(Map<Integer, Action> registry, List<Step> shell, List<Step> guarded, List<Step> batch,
        Map<Integer, String> notInBatch, Map<Integer, ManualStep> byHand, Set<Integer> offline) {

    static Routing of(ExportContents contents) {
        RegistryLinks links = new RegistryLinks(contents.changes());
        LiveRegistry live = new LiveRegistry(contents.users());
        Routing work = new Routing(new TreeMap<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new TreeMap<>(),
                new TreeMap<>(), new HashSet<>());
        for (Step step : contents.plan().steps()) {
            switch (step.action()) {
                case ManualStep manual -> work.byHand.put(step.number(), manual);
                case Action.Restart _ -> { }
                case Action.Quarantine _, Action.MoveBack _, Action.RestoreFile _, Action.RestoreAttributes _, Action.StopProcesses _ ->
                    work.route(step);
                case Action.StopManaged stop -> work.stop(step, stop);
                case Action.RestoreKey _, Action.RestoreValue _, Action.RemoveKey _, Action.RemoveValue _ -> {
                    if (!(step.action() instanceof Action.RemoveKey) || !overlapsGap(step.action().location(), contents)) {
                        work.offline.add(step.number());
                    }
                    refusal(step.action(), links, live, contents)
                            .ifPresentOrElse(why -> work.byHand.put(step.number(), ByHand.instead(step.action(), why)),
                                    () -> work.bring(new Step(step.number(), live.live(step.action()), step.reason())));
                }
            }
        }
        return work;
    }

    /** What is done by {@code repair.reg}. */
    List<Action> imported() {
        return List.copyOf(registry.values());
    }

    /** How many steps {@code remedy.cmd} does in the registry. */
    long guardedRegistrySteps() {
        return guarded.stream().filter(step -> step.action().phase() != Phase.STOP).count();
    }

    /** How many services, tasks and processes {@code remedy.cmd} stops. */
    long batchStops() {
        return Stream.concat(guarded.stream(), batch.stream()).filter(step -> step.action().phase() == Phase.STOP).count();
    }

    /** What a person must do, the registry first; the steps are numbered from 1 in this order. */
    List<ManualStep> manual() {
        return byHand.values().stream().sorted(Comparator.comparing(step -> step.location().space().isFile())).toList();
    }

    /** How many of the manual steps are about the registry; they come first. */
    int manualRegistrySteps() {
        return (int) byHand.values().stream().filter(step -> !step.location().space().isFile()).count();
    }

    /** What carries the step out, by the names of the export's files; none for a person. */
    List<String> carriers(Step step) {
        List<String> carriers = new ArrayList<>();
        if (registry.containsKey(step.number())) {
            carriers.add("repair.reg");
        }
        if (shell.contains(step)) {
            carriers.add("remedy.sh");
        }
        if (batch.contains(step) || guarded.contains(step)
                || registry.containsKey(step.number()) && !notInBatch.containsKey(step.number())) {
            carriers.add("remedy.cmd");
        }
        if (offline.contains(step.number())) {
            carriers.add(PlanFile.CARRIER);
        }
        return carriers;
    }

    /** A step in the registry, which an import can do. */
    private void bring(Step live) {
        registry.put(live.number(), live.action());
        RegistrySteps.refusal(live.action()).ifPresentOrElse(why -> notInBatch.put(live.number(), why), () -> guarded.add(live));
    }

    private void route(Step step) {
        Optional<String> refusal = ShellScript.refusal(step.action());
        if (refusal.isPresent()) {
            if (step.action().phase() != Phase.STOP) {
                byHand.put(step.number(), ByHand.instead(step.action(), refusal.get()));
            }
            return;
        }
        shell.add(step);
        if (step.action().phase() != Phase.STOP) {
            offline.add(step.number());
        }
        Location file = step.action().location();
        if (BatchScript.isFor(file)) {
            BatchScript.refusal(step.action()).ifPresentOrElse(why -> notInBatch.put(step.number(), why), () -> batch.add(step));
        }
    }

    /** What the system runs under a name; what no script can name, a person stops. */
    private void stop(Step step, Action.StopManaged stop) {
        Optional<String> refusal = switch (stop.managed()) {
            case Managed.WindowsService _ -> RegistrySteps.refusal(stop);
            case Managed.ScheduledTask _ -> BatchScript.isFor(stop.location()) ? BatchScript.refusal(stop)
                    : Optional.of("Its tree is not a drive of Windows.");
            case Managed.SystemdUnit _, Managed.LaunchdDaemon _ -> ShellScript.refusal(stop);
        };
        if (refusal.isPresent()) {
            byHand.put(step.number(), ByHand.instead(stop, refusal.get()));
            return;
        }
        switch (stop.managed()) {
            case Managed.WindowsService _ -> guarded.add(step);
            case Managed.ScheduledTask _ -> batch.add(step);
            case Managed.SystemdUnit _, Managed.LaunchdDaemon _ -> shell.add(step);
        }
    }

    private static Optional<String> refusal(Action action, RegistryLinks links, LiveRegistry live, ExportContents contents) {
        Location location = action.location();
        if (links.concern(location)) {
            return Optional.of("A key in its path or below it became a symbolic link, and an import would change what the link names.");
        }
        if (action instanceof Action.RemoveKey && overlapsGap(location, contents)) {
            return Optional.of("Part of the key could not be read, so what else it holds, or held in the baseline, is not known.");
        }
        return live.refusal(location).or(() -> RepairFile.refusal(live.live(action)));
    }

    private static boolean overlapsGap(Location key, ExportContents contents) {
        return Stream.concat(contents.baselineGaps().stream(), contents.suspectGaps().stream()).map(Gap::location)
                .anyMatch(gap -> gap.isWithin(key) || key.isWithin(gap));
    }
}
