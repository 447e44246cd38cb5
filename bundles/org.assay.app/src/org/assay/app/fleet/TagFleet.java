package org.assay.app.fleet;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.assay.app.Case;
import org.assay.app.ChangeSelection;
import org.assay.app.TagChanges;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Progress;
import org.assay.model.change.Decision;
import org.assay.model.fleet.Fleet;
import org.assay.model.fleet.FleetChange;

/**
 * Records a decision on changes of the fleet: on every host that has them.
 *
 * @param selection which changes, by their numbers in the fleet or by their locations
 */
public record TagFleet(FleetArguments meant, ChangeSelection selection, Decision decision, String note, String analyst) {

    /**
     * @param changes how many changes of the fleet were tagged
     * @param hosts on how many hosts
     * @param tags how many tags that makes
     */
    public record Outcome(int changes, int hosts, int tags) {
    }

    /**
     * Tags, one host after the other, each as a whole; who is interrupted tags again.
     *
     * @throws AssayException {@code WRONG_USAGE} when the selection names a number that is not there or matches nothing
     */
    public Outcome run(Case openCase, Progress progress) {
        Fleet fleet = new ReadFleet(meant).run(openCase, progress);
        List<FleetChange> selected = selected(fleet);
        TreeMap<Integer, Set<Integer>> byHost = new TreeMap<>();
        selected.forEach(change -> change.numbers().forEach((host, number) -> byHost.computeIfAbsent(host, _ -> new HashSet<>())
                .add(number)));
        int tags = 0;
        for (var ofHost : byHost.entrySet()) {
            long comparison = fleet.hosts().get(ofHost.getKey()).compared().orElseThrow().comparison();
            tags += new TagChanges(comparison, new ChangeSelection.Numbers(ofHost.getValue()), decision, note, analyst).run(openCase)
                    .size();
        }
        return new Outcome(selected.size(), byHost.size(), tags);
    }

    private List<FleetChange> selected(Fleet fleet) {
        List<FleetChange> selected = fleet.changes().stream().filter(change -> switch (selection) {
            case ChangeSelection.Numbers some -> some.numbers().contains(change.number());
            case ChangeSelection.Matching some -> some.glob().matches(change.location());
        }).toList();
        if (selection instanceof ChangeSelection.Numbers some && selected.size() < some.numbers().size()) {
            Set<Integer> found = selected.stream().map(FleetChange::number).collect(Collectors.toSet());
            throw new AssayException(ErrorCode.WRONG_USAGE, "The fleet has no change " + some.numbers().stream()
                    .filter(number -> !found.contains(number)).sorted().map(String::valueOf).collect(Collectors.joining(", "))
                    + ". Take the numbers from the list of its changes.");
        }
        if (selected.isEmpty()) {
            throw new AssayException(ErrorCode.WRONG_USAGE, "No change of the fleet matches. Take locations from the list of its changes.");
        }
        return selected;
    }
}
