package org.assay.compare.lead;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.assay.model.Severity;
import org.assay.model.change.Change;
import org.assay.model.change.Finding;
import org.assay.model.change.Lead;
import org.assay.model.change.Score;
import org.assay.model.startup.StartupRow;
import org.assay.model.text.Labels;

/** Joins what belongs together and tells it as a story. */
public final class LeadFinder {

    private static final int OTHERS_DIVISOR = 10;
    private static final int MAX_SENTENCES = 12;

    private LeadFinder() {
    }

    /** As {@link org.assay.compare.Leads#of}. */
    public static List<Lead> find(Iterable<Change> all, List<StartupRow> startup) {
        List<Change> changes = Score.sorted(StreamSupport.stream(all.spliterator(), false)
                .filter(change -> !change.isExplained() && change.severity().compareTo(Severity.MEDIUM) >= 0).toList(), change -> change);
        List<Link> links = LeadLinks.among(changes, startup);
        Groups groups = new Groups(changes.size());
        links.forEach(link -> groups.join(link.one(), link.other()));
        return groups.all().stream().map(members -> lead(changes, members, links))
                .sorted(Comparator.comparingInt(Lead::score).reversed().thenComparing(lead -> lead.changes().getFirst().number())).toList();
    }

    private static Lead lead(List<Change> changes, List<Integer> members, List<Link> links) {
        List<Change> own = members.stream().map(changes::get).toList();
        int others = own.stream().skip(1).mapToInt(change -> Score.points(change) / OTHERS_DIVISOR).sum();
        return new Lead(Score.points(own.getFirst()) + others, own, story(changes, members, links));
    }

    /** The most severe change with all its findings, then each that a link leads to from what was told. */
    private static List<String> story(List<Change> changes, List<Integer> members, List<Link> links) {
        List<String> story = new ArrayList<>(List.of(sentence(changes.get(members.getFirst()))));
        Set<Integer> included = new HashSet<>(Set.of(members.getFirst()));
        Set<Integer> own = new HashSet<>(members);
        List<Link> left = new ArrayList<>(links.stream().filter(link -> own.contains(link.one())).toList());
        while (story.size() < MAX_SENTENCES && included.size() < members.size()) {
            Link link = left.stream().filter(one -> included.contains(one.one()) != included.contains(one.other())).findFirst()
                    .orElseThrow();
            left.remove(link);
            int next = included.contains(link.one()) ? link.other() : link.one();
            story.add(next == link.other() ? link.sentence() : sentence(changes.get(next)));
            included.add(next);
        }
        int more = members.size() - included.size();
        if (more > 0) {
            story.add(more == 1 ? "1 more change belongs to it." : more + " more changes belong to it.");
        }
        return story;
    }

    private static String sentence(Change change) {
        return change.location().text() + " (" + Labels.of(change.kind()) + "): "
                + change.findings().stream().map(Finding::sentence).collect(Collectors.joining(" "));
    }
}
