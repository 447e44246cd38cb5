package org.assay.app.fleet;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.assay.app.Case;
import org.assay.app.CatalogueFiles;
import org.assay.app.ChangeSelection;
import org.assay.app.CompareSnapshots;
import org.assay.app.RunDemo;
import org.assay.app.policy.KnownSources;
import org.assay.demo.DemoFleet;
import org.assay.demo.DemoMachine;
import org.assay.demo.DemoTag;
import org.assay.model.Progress;
import org.assay.model.fleet.Fleet;
import org.assay.model.fleet.FleetHosts;
import org.assay.model.fleet.Outliers;
import org.assay.model.snapshot.Glob;
import org.assay.model.snapshot.Role;

/** Runs the main job on a sample outbreak of thirty machines, all below one folder. */
public record RunFleetDemo(Path folder) {

    /** What the demo made: the case, closed again, and what was asked. */
    public record Outcome(Path caseFile, List<CompareFleet.Row> compared, Fleet fleet, FleetHosts hosts, Outliers outliers) {
    }

    private static final String ANALYST = "demo";

    /** Lays out the machines, captures, compares, tags and asks; fails when the folder holds anything already. */
    public Outcome run(Progress progress) {
        DemoFleet machines = DemoFleet.write(folder);
        try (Case openCase = Case.create(folder.resolve("outbreak"))) {
            long gold = RunDemo.capture(openCase, "GOLD", Role.BASELINE, "gold image", machines.gold(), progress);
            for (Map.Entry<String, DemoMachine> machine : machines.machines().entrySet()) {
                RunDemo.capture(openCase, machine.getKey(), Role.SUSPECT, "after the outbreak", machine.getValue(), progress);
            }
            FleetArguments all = new FleetArguments(Optional.of(gold), Map.of(), Optional.empty());
            List<CompareFleet.Row> compared = new CompareFleet(all, CatalogueFiles.NONE, KnownSources.NONE, CompareSnapshots.USUAL)
                    .run(openCase, progress);
            for (DemoTag tag : DemoFleet.tags()) {
                new TagFleet(all, new ChangeSelection.Matching(new Glob(tag.glob())), tag.decision(), tag.note(), ANALYST)
                        .run(openCase, progress);
            }
            Fleet fleet = new ReadFleet(all).run(openCase, progress);
            return new Outcome(openCase.file(), compared, fleet, FleetAnswers.hosts(fleet), FleetAnswers.outliers(fleet, Optional.empty()));
        }
    }
}
