package org.assay.ui.work;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.assay.app.ChangeList;
import org.assay.app.ComparedGaps;
import org.assay.app.ListLeads;
import org.assay.app.StartupList;
import org.assay.app.page.ExplainedGroups;
import org.assay.model.Location;
import org.assay.model.change.Change;
import org.assay.model.change.Comparison;
import org.assay.model.change.Tag;
import org.assay.model.change.TaggedChange;
import org.assay.model.item.FileItem;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.startup.StartupRow;
import org.assay.ui.text.DisplayText;

/** The comparison that the views show: its changes with the tags as they are now, and the startup entries. */
public final class ShownComparison {

    private final ChangeList loaded;
    private final StartupList startup;
    private final List<ShownLead> leads;
    private final int explained;
    private final TagHistory history = new TagHistory();
    private final List<TaggedChange> changes;
    private final Map<Location, Integer> numberByStartupLocation;

    public ShownComparison(ChangeList loaded, ListLeads.Outcome found) {
        this.loaded = loaded;
        startup = found.startup();
        changes = new ArrayList<>(loaded.changes());
        leads = ShownLead.of(found.leads(), ExplainedGroups.of(changes.stream().map(TaggedChange::change)::iterator));
        explained = (int) changes.stream().filter(tagged -> tagged.change().isExplained()).count();
        numberByStartupLocation = startupChanges();
    }

    /** Startup rows are few and changes may be many, so it is the changes that are gone through, once. */
    private Map<Location, Integer> startupChanges() {
        Map<Location, Integer> numbers = new TreeMap<>(Location.ORDER);
        for (StartupRow row : startup.rows()) {
            numbers.put(row.entry().location(), 0);
            row.entry().target().map(FileItem::location).ifPresent(target -> numbers.put(target, 0));
        }
        if (!numbers.isEmpty()) {
            changes.forEach(tagged -> numbers.computeIfPresent(tagged.change().location(), (_, _) -> tagged.change().number()));
        }
        numbers.values().removeIf(number -> number == 0);
        return numbers;
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
        return startup.unread();
    }

    public List<StartupRow> startup() {
        return startup.rows();
    }

    /** What to follow, and then what is explained. */
    public List<ShownLead> leads() {
        return leads;
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
        Map<Integer, Optional<Tag>> tags = new LinkedHashMap<>();
        numbers.forEach(number -> tags.put(number, change(number).flatMap(TaggedChange::tag)));
        return tags;
    }

    /** All changes by number, always with the latest tags. */
    public List<TaggedChange> changes() {
        return Collections.unmodifiableList(changes);
    }

    /** The change with this number. */
    public Optional<TaggedChange> change(int number) {
        int index = index(number);
        return index < 0 ? Optional.empty() : Optional.of(changes.get(index));
    }

    /** The number of the change of the entry itself or, when that did not change, of the file it starts. */
    public Optional<Integer> changeOf(StartupRow row) {
        return Optional.ofNullable(numberByStartupLocation.get(row.entry().location())).or(() -> changeOfTarget(row));
    }

    /** The number of the change of the file that the entry starts. */
    public Optional<Integer> changeOfTarget(StartupRow row) {
        return row.entry().target().map(FileItem::location).map(numberByStartupLocation::get);
    }

    /** Takes over the tags that these changes have now. */
    public void tagged(Collection<TaggedChange> tagged) {
        tagged.forEach(change -> changes.set(index(change.change().number()), change));
    }

    /** Forgets the tags of the changes with these numbers. */
    public void untagged(Collection<Integer> numbers) {
        Set<Integer> gone = new HashSet<>(numbers);
        changes.replaceAll(tagged -> gone.contains(tagged.change().number()) ? untagged(tagged.change()) : tagged);
    }

    private static TaggedChange untagged(Change change) {
        return new TaggedChange(change, Optional.empty());
    }

    private int index(int number) {
        int low = 0;
        int high = changes.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int found = changes.get(middle).change().number();
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
