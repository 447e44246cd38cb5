package org.assay.remedy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.assay.model.Location;
import org.assay.model.remediation.Action;
import org.assay.model.remediation.Action.ManualStep;
import org.assay.model.remediation.Action.QuarantineFile;
import org.assay.model.snapshot.Gap;

/**
 * A plan's actions by what carries them out. What nothing can carry out safely is a manual step; no action is lost.
 *
 * @param registry what {@code repair.reg} does, to the keys that the running machine has
 * @param shell what {@code quarantine.sh} does
 * @param batch what {@code quarantine.cmd} does; every one of them {@code quarantine.sh} does too
 * @param manual what a person must do, the registry first; they are numbered from 1 in this order
 */
record Routing(List<Action> registry, List<QuarantineFile> shell, List<QuarantineFile> batch, List<ManualStep> manual) {

    static Routing of(ExportContents contents) {
        RegistryLinks links = new RegistryLinks(contents.changes());
        LiveRegistry live = new LiveRegistry(contents.users());
        List<Action> registry = new ArrayList<>();
        List<QuarantineFile> shell = new ArrayList<>();
        List<QuarantineFile> batch = new ArrayList<>();
        List<ManualStep> manual = new ArrayList<>();
        for (Action action : contents.plan().actions()) {
            switch (action) {
                case ManualStep step -> manual.add(step);
                case QuarantineFile file -> allot(file, shell, batch, manual);
                case Action.RestoreKey _, Action.RestoreValue _, Action.RemoveKey _, Action.RemoveValue _ ->
                    refusal(action, links, live, contents)
                            .ifPresentOrElse(why -> manual.add(ByHand.instead(action, why)), () -> registry.add(live.live(action)));
            }
        }
        manual.sort(Comparator.comparing(step -> step.location().space().isFile()));
        return new Routing(List.copyOf(registry), List.copyOf(shell), List.copyOf(batch), List.copyOf(manual));
    }

    /** This routing with other texts for its manual steps. */
    Routing withManual(List<ManualStep> steps) {
        return new Routing(registry, shell, batch, List.copyOf(steps));
    }

    /** How many of the manual steps are about the registry; they come first. */
    int manualRegistrySteps() {
        return (int) manual.stream().filter(step -> !step.location().space().isFile()).count();
    }

    private static void allot(QuarantineFile file, List<QuarantineFile> shell, List<QuarantineFile> batch, List<ManualStep> manual) {
        Optional<String> refusal = ShellScript.refusal(file.file());
        if (refusal.isPresent()) {
            manual.add(ByHand.instead(file, refusal.get()));
            return;
        }
        shell.add(file);
        if (BatchScript.isFor(file.file())) {
            BatchScript.refusal(file.file()).ifPresentOrElse(why -> manual.add(ByHand.insteadOfBatch(file, why)), () -> batch.add(file));
        }
    }

    private static Optional<String> refusal(Action action, RegistryLinks links, LiveRegistry live, ExportContents contents) {
        Location location = ByHand.location(action);
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
