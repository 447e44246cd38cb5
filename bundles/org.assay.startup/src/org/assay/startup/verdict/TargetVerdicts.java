package org.assay.startup.verdict;

import java.util.EnumSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.assay.model.Location;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.CommonScope;
import org.assay.model.change.Explanation;
import org.assay.model.change.Finding;
import org.assay.model.change.Score;
import org.assay.model.field.Attribute;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.Item;
import org.assay.model.snapshot.Gap;
import org.assay.model.startup.EntryChange;
import org.assay.model.startup.StartupEntry;
import org.assay.model.startup.TargetOutcome;
import org.assay.model.startup.TargetVerdict;
import org.assay.model.text.Space;

/** Says how the files that entries start stand against the baseline, from the changes and gaps of a comparison. */
public final class TargetVerdicts {

    /** What makes a file another file; a time or an owner does not. */
    private static final Set<Attribute> CONTENT = EnumSet.of(Attribute.KIND, Attribute.SIZE, Attribute.CONTENT, Attribute.LINK_TARGET);

    private static final Set<Attribute> TIME = EnumSet.of(Attribute.MODIFIED_TIME, Attribute.LINKS);

    private final NavigableMap<Location, Change> byAfter = new TreeMap<>(Location.ORDER);
    private final NavigableMap<Location, Change> byBefore = new TreeMap<>(Location.ORDER);
    /** Folders that an entry starts and in which something changed, on either side. */
    private final NavigableSet<Location> changedAfter = new TreeSet<>(Location.ORDER);
    private final NavigableSet<Location> changedBefore = new TreeSet<>(Location.ORDER);
    private final GapIndex gaps;
    private final CommonScope scope;

    /** @param entries all that will be asked about: of the changes, which may be many, only what concerns them is held */
    public TargetVerdicts(Iterable<Change> changes, List<Gap> gaps, CommonScope scope, List<StartupEntry> entries) {
        this.scope = scope;
        this.gaps = new GapIndex(gaps);
        NavigableSet<Location> places = new TreeSet<>(Location.ORDER);
        NavigableSet<Location> folders = new TreeSet<>(Location.ORDER);
        for (StartupEntry entry : entries) {
            places.add(entry.location());
            entry.target().ifPresent(file -> (file.kind() == FileKind.DIRECTORY ? folders : places).add(file.location()));
        }
        places.addAll(folders);
        for (Change change : changes) {
            change.after().map(Item::location).ifPresent(place -> {
                if (places.contains(place)) {
                    byAfter.put(place, change);
                }
                addAbove(place, folders, changedAfter);
            });
            change.before().map(Item::location).ifPresent(place -> {
                if (places.contains(place)) {
                    byBefore.put(place, change);
                }
                addAbove(place, folders, changedBefore);
            });
        }
    }

    /** Adds those of {@code folders} in which {@code place} lies. */
    private static void addAbove(Location place, NavigableSet<Location> folders, NavigableSet<Location> changed) {
        if (place.space().isFile() && !folders.isEmpty()) {
            for (int depth = 1; depth < place.components().size(); depth++) {
                Location above = new Location(Space.FILE, place.components().subList(0, depth));
                if (folders.contains(above)) {
                    changed.add(above);
                }
            }
        }
    }

    /** The verdict on what {@code entry}, an entry of the suspect, starts. */
    public TargetVerdict ofSuspect(StartupEntry entry) {
        return entry.target().map(file -> of(file, byAfter, changedAfter)).orElseGet(() -> withoutFile(entry));
    }

    /** The verdict on what {@code entry}, which only the baseline has, started. */
    public TargetVerdict ofBaseline(StartupEntry entry) {
        return entry.target().map(file -> of(file, byBefore, changedBefore)).orElseGet(() -> withoutFile(entry));
    }

    /** Whether something at or below the place, or the place itself, could not be read. */
    public boolean isCovered(Location place) {
        return gaps.covers(place);
    }

    /** Whether what the suspect has at {@code place} has other content than the baseline's. */
    public boolean isRewritten(Location place) {
        return Optional.ofNullable(byAfter.get(place))
                .filter(change -> change.attributes().stream().anyMatch(CONTENT::contains)).isPresent();
    }

    /** What explains the entry's own change and that of the file it starts; empty while one of them, or an unread command, is not. */
    public Optional<Explanation> explanation(StartupEntry entry, EntryChange change) {
        NavigableMap<Location, Change> changes = change == EntryChange.REMOVED ? byBefore : byAfter;
        List<Change> involved = Stream.concat(Stream.of(entry.location()), entry.target().map(FileItem::location).stream()).distinct()
                .map(changes::get).filter(Objects::nonNull).filter(one -> !isTouched(one)).toList();
        boolean all = entry.outcome() != TargetOutcome.UNPARSED && involved.stream().allMatch(Change::isExplained);
        return all ? involved.stream().flatMap(one -> one.explanation().stream()).findFirst() : Optional.empty();
    }

    /** The score of the changes that {@code places} have, each with {@code found} if it is not marked yet; the highest counts. */
    public int points(List<Location> places, Finding found) {
        return places.stream().flatMap(place -> Stream.of(byAfter.get(place), byBefore.get(place))).filter(Objects::nonNull)
                .mapToInt(change -> Score.points(change.isAutostart() ? change : change.with(List.of(found)))).max()
                .orElseGet(() -> Score.points(found));
    }

    /** Whether only its time is another: what it says is as before, and whatever it starts speaks for itself. */
    private static boolean isTouched(Change change) {
        return change.kind() == ChangeKind.MODIFIED && TIME.containsAll(change.attributes());
    }

    private TargetVerdict of(FileItem file, NavigableMap<Location, Change> changes, NavigableSet<Location> changedFolders) {
        Change change = changes.get(file.location());
        if (change == null) {
            boolean inside = file.kind() == FileKind.DIRECTORY && changedFolders.contains(file.location());
            return isUnknown(file) ? TargetVerdict.UNKNOWN : inside ? TargetVerdict.MODIFIED : TargetVerdict.UNCHANGED;
        }
        return switch (change.kind()) {
            case ADDED -> TargetVerdict.ADDED;
            case REMOVED -> TargetVerdict.MISSING;
            case MOVED -> TargetVerdict.MOVED;
            case MODIFIED -> change.attributes().stream().anyMatch(CONTENT::contains) ? TargetVerdict.MODIFIED
                    : isUnknown(file) ? TargetVerdict.UNKNOWN : TargetVerdict.SAME_CONTENT;
        };
    }

    /** Whether the same command now leads to another file than before, not to the same one under another spelling of its name. */
    public boolean startsAnother(StartupEntry entry, Optional<StartupEntry> before) {
        return entry.target().isPresent() && before.flatMap(StartupEntry::target).map(file -> !scope.meeting(file.location())
                .sameAs(scope.meeting(entry.target().get().location()))).orElse(false);
    }

    /** Whether what differs in {@code file} could not be read, or was not to be compared. */
    private boolean isUnknown(FileItem file) {
        return isCovered(file.location()) || !scope.contains(file.location()) || !scope.containsContent(file);
    }

    /** A file is missing only where its place was read. */
    private TargetVerdict withoutFile(StartupEntry entry) {
        return entry.outcome() == TargetOutcome.MISSING && !gaps.mayHold(entry.targetPath()) ? TargetVerdict.MISSING
                : TargetVerdict.UNKNOWN;
    }
}
