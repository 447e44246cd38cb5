package org.assay.compare.lead;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.assay.model.Location;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.Finding;
import org.assay.model.item.FileItem;
import org.assay.model.item.Item;
import org.assay.model.item.KeyItem;
import org.assay.model.item.ValueItem;
import org.assay.model.startup.StartupRow;
import org.assay.model.text.Bytes;

/** Finds why changes belong together. */
final class LeadLinks {

    /** More at one time were not done by one hand, but unpacked or installed. */
    private static final int MAX_AT_ONE_TIME = 12;
    private static final long SECONDS_APART = 60;

    private final List<Change> changes;
    private final List<Link> links = new ArrayList<>();

    private LeadLinks(List<Change> changes) {
        this.changes = changes;
    }

    /** Those among {@code changes}, which are in order of their scores. */
    static List<Link> among(List<Change> changes, List<StartupRow> startup) {
        LeadLinks found = new LeadLinks(changes);
        found.starts(startup);
        found.copies();
        found.masses();
        found.sameTime();
        return found.links;
    }

    private void starts(List<StartupRow> startup) {
        Map<Location, Integer> places = new TreeMap<>(Location.ORDER);
        for (int at = 0; at < changes.size(); at++) {
            places.put(changes.get(at).location(), at);
        }
        for (StartupRow row : startup) {
            Integer entry = places.get(row.entry().location());
            Integer target = row.entry().target().map(FileItem::location).map(places::get).orElse(null);
            if (entry != null && target != null && !entry.equals(target)) {
                links.add(new Link(target, entry, "It is started by " + text(entry) + " (" + row.entry().title() + ")."));
            }
        }
    }

    private void copies() {
        Map<Bytes, Integer> first = new HashMap<>();
        for (int at = 0; at < changes.size(); at++) {
            Change change = changes.get(at);
            if (change.kind() != ChangeKind.REMOVED && change.item() instanceof FileItem file && file.sizeBytes() > 0
                    && file.sha256().isPresent()) {
                Integer other = first.putIfAbsent(file.sha256().get(), at);
                if (other != null) {
                    links.add(new Link(other, at, "The same content is " + text(at) + "."));
                }
            }
        }
    }

    private void masses() {
        Optional<Integer> first = Optional.empty();
        for (int at = 0; at < changes.size(); at++) {
            if (changes.get(at).findings().stream().map(Finding::code).anyMatch("mass-change"::equals)) {
                int now = at;
                first.ifPresent(one -> links.add(new Link(one, now, sentence(now))));
                first = first.or(() -> Optional.of(now));
            }
        }
    }

    private String sentence(int at) {
        return changes.get(at).findings().getFirst().sentence();
    }

    /** What was written within a minute, where that is little. */
    private void sameTime() {
        record Written(Instant time, int change) {
        }
        List<Written> written = new ArrayList<>();
        for (int at = 0; at < changes.size(); at++) {
            int index = at;
            changes.get(at).after().flatMap(LeadLinks::time).ifPresent(time -> written.add(new Written(time, index)));
        }
        written.sort(Comparator.comparing(Written::time));
        for (int start = 0; start < written.size();) {
            int end = start + 1;
            while (end < written.size() && !written.get(end).time().isAfter(written.get(start).time().plusSeconds(SECONDS_APART))) {
                end++;
            }
            if (end - start > 1 && end - start <= MAX_AT_ONE_TIME) {
                List<Integer> together = written.subList(start, end).stream().map(Written::change).sorted().toList();
                Instant time = written.get(start).time();
                together.stream().skip(1).forEach(other -> links.add(new Link(together.getFirst(), other, "In the same minute ("
                        + time + ") " + text(other) + " was " + (changes.get(other).kind() == ChangeKind.ADDED ? "made" : "changed")
                        + ".")));
            }
            start = end;
        }
    }

    private static Optional<Instant> time(Item item) {
        return switch (item) {
            case FileItem file -> Optional.of(file.modified());
            case KeyItem key -> key.lastWritten();
            case ValueItem _ -> Optional.empty();
        };
    }

    private String text(int at) {
        return changes.get(at).location().text();
    }
}
