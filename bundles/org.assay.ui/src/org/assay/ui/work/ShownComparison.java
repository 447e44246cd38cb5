package org.assay.ui.work;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import org.assay.app.ChangeList;
import org.assay.app.ComparedGaps;
import org.assay.app.ListLeads;
import org.assay.app.page.ExplainedGroups;
import org.assay.model.Location;
import org.assay.model.change.Comparison;
import org.assay.model.change.Score;
import org.assay.model.change.Tag;
import org.assay.model.change.TaggedChange;
import org.assay.model.item.FileItem;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.startup.StartupRow;
import org.assay.ui.text.DisplayText;

/**
 * The comparison that the views show: its changes with the tags as they are now and, as soon as they were looked for, its leads and startup
 * entries.
 */
public final class ShownComparison {

    private final ChangeList loaded;
    private final TagHistory history = new TagHistory();
    private final ExplainedGroups groups = new ExplainedGroups();
    private final List<ChangeRow> rows;
    private final Map<Integer, Tag> tags = new ConcurrentHashMap<>();
    private final int explained;
    private volatile Optional<ShownStory> story = Optional.empty();

    /** Goes through all changes once: each is decoded for it. */
    public ShownComparison(ChangeList loaded) {
        this.loaded = loaded;
        rows = Collections.unmodifiableList(read());
        explained = (int) rows.stream().filter(ChangeRow::explained).count();
    }

    private List<ChangeRow> read() {
        ChangeRow.Maker maker = new ChangeRow.Maker();
        List<ChangeRow> all = new ArrayList<>(loaded.changes().size());
        long[] order = new long[loaded.changes().size()];
        for (TaggedChange tagged : loaded.changes()) {
            order[all.size()] = Score.key(tagged.change()) & -1L << Integer.SIZE | all.size();
            all.add(maker.row(tagged.change()));
            groups.add(tagged.change());
            tagged.tag().ifPresent(tag -> tags.put(tagged.change().number(), tag));
        }
        Arrays.sort(order);
        for (int rank = 0; rank < order.length; rank++) {
            int place = (int) order[rank];
            all.set(place, all.get(place).ranked(rank));
        }
        return all;
    }

    /** What is told of this comparison by what was found in it. */
    public ShownStory story(ListLeads.Outcome found) {
        return new ShownStory(ShownLead.of(found.leads(), groups.groups()), found.startup().rows(), found.startup().unread(),
                startupChanges(found.startup().rows()));
    }

    /** Startup rows are few and changes may be many, so it is the changes that are gone through, once. */
    private Map<Location, Integer> startupChanges(List<StartupRow> startup) {
        Map<Location, Integer> numbers = new TreeMap<>(Location.ORDER);
        for (StartupRow row : startup) {
            numbers.put(row.entry().location(), 0);
            row.entry().target().map(FileItem::location).ifPresent(target -> numbers.put(target, 0));
        }
        if (!numbers.isEmpty()) {
            rows.forEach(change -> numbers.computeIfPresent(change.location(), (_, _) -> change.number()));
        }
        numbers.values().removeIf(number -> number == 0);
        return numbers;
    }

    /** Its leads and startup entries; empty while they are looked for. */
    public Optional<ShownStory> story() {
        return story;
    }

    /** Has these leads and startup entries from now on. */
    public void tell(ShownStory told) {
        story = Optional.of(told);
    }

    public Comparison comparison() {
        return loaded.comparison();
    }

    public Snapshot baseline() {
        return loaded.baseline();
    }

    public Snapshot suspect() {
        return loaded.suspect();
    }

    /** {@code #1 gold → #2 ward-12 “after the alarm”}. */
    public String sides() {
        return side(baseline()) + " → " + side(suspect());
    }

    private static String side(Snapshot snapshot) {
        return "#" + snapshot.id() + " " + DisplayText.line(snapshot.host())
                + (snapshot.label().isEmpty() ? "" : " “" + DisplayText.line(snapshot.label()) + "”");
    }

    public ComparedGaps gaps() {
        return loaded.gaps();
    }

    /** Places that name something which starts and could not be understood. */
    public List<Gap> unread() {
        return story.map(ShownStory::unread).orElse(List.of());
    }

    public List<StartupRow> startup() {
        return story.map(ShownStory::startup).orElse(List.of());
    }

    /** What to follow, and then what is explained. */
    public List<ShownLead> leads() {
        return story.map(ShownStory::leads).orElse(List.of());
    }

    /** How many changes are explained. */
    public int explained() {
        return explained;
    }

    /** What was decided since it is shown. */
    public TagHistory history() {
        return history;
    }

    /** The tags that the changes with these numbers have now. */
    Map<Integer, Optional<Tag>> tags(Collection<Integer> numbers) {
        Map<Integer, Optional<Tag>> now = new LinkedHashMap<>();
        numbers.forEach(number -> now.put(number, tag(number)));
        return now;
    }

    /** What a list shows of each change, by number. */
    public List<ChangeRow> rows() {
        return rows;
    }

    /** The latest tag of the change with this number. */
    public Optional<Tag> tag(int number) {
        return Optional.ofNullable(tags.get(number));
    }

    /** The change with this number, with its latest tag. */
    public Optional<TaggedChange> change(int number) {
        int index = index(number);
        return index < 0 ? Optional.empty() : Optional.of(new TaggedChange(loaded.changes().get(index).change(), tag(number)));
    }

    /** The number of the change of the entry itself or, when that did not change, of the file it starts. */
    public Optional<Integer> changeOf(StartupRow row) {
        return changeAt(row.entry().location()).or(() -> changeOfTarget(row));
    }

    /** The number of the change of the file that the entry starts. */
    public Optional<Integer> changeOfTarget(StartupRow row) {
        return row.entry().target().map(FileItem::location).flatMap(this::changeAt);
    }

    private Optional<Integer> changeAt(Location location) {
        return story.map(ShownStory::changeByLocation).map(numbers -> numbers.get(location));
    }

    /** Takes over the tags that these changes have now. */
    public void tagged(Collection<TaggedChange> tagged) {
        tagged.forEach(change -> change.tag().ifPresentOrElse(tag -> tags.put(change.change().number(), tag),
                () -> tags.remove(change.change().number())));
    }

    /** Forgets the tags of the changes with these numbers. */
    public void untagged(Collection<Integer> numbers) {
        numbers.forEach(tags::remove);
    }

    private int index(int number) {
        int low = 0;
        int high = rows.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int found = rows.get(middle).number();
            if (found == number) {
                return middle;
            }
            if (found < number) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }
}
