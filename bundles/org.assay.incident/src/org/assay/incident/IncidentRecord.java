package org.assay.incident;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.incident.Checklist;
import org.assay.model.incident.EntryContent;
import org.assay.model.incident.EntryDetail;
import org.assay.model.incident.FactType;
import org.assay.model.incident.IncidentEntry;
import org.assay.model.incident.IncidentPhase;
import org.assay.model.incident.PointState;
import org.assay.model.text.Visible;

/**
 * What the entries of an incident's log come to.
 *
 * @param entries by number
 */
public record IncidentRecord(List<IncidentEntry> entries) {

    /** What is so at a time is what the latest entry says that happened until then; of the like the later written. */
    static final Comparator<IncidentEntry> BY_TIME = Comparator.comparing((IncidentEntry entry) -> entry.content().happened())
            .thenComparing(IncidentEntry::written).thenComparing(IncidentEntry::number);

    public IncidentRecord {
        entries = List.copyOf(entries);
    }

    /** The entries that say that something was switched off which is not on again, the earliest first. */
    public List<IncidentEntry> stillOff() {
        Set<Long> on = new HashSet<>();
        entries.forEach(entry -> {
            if (entry.content().detail() instanceof EntryDetail.SwitchedOn again) {
                on.add(again.off());
            }
        });
        return entries.stream().filter(entry -> entry.content().detail() instanceof EntryDetail.SwitchedOff && !on.contains(entry.number()))
                .sorted(BY_TIME).toList();
    }

    /** Whether it is over: somebody closed it, and nothing is off. */
    public boolean isClosed() {
        return stillOff().isEmpty() && latest(EntryDetail.Closed.class, EntryDetail.Reopened.class)
                .filter(entry -> entry.content().detail() instanceof EntryDetail.Closed).isPresent();
    }

    /** How the points of checklists stand: as the latest entry about each says, else open. */
    public List<Checklist.Standing> standing(List<Checklist> checklists) {
        return checklists.stream().flatMap(checklist -> checklist.points().stream().map(point -> standing(checklist, point))).toList();
    }

    private Checklist.Standing standing(Checklist checklist, Checklist.Point point) {
        Optional<IncidentEntry> by = ofKind(EntryDetail.PointMarked.class).stream()
                .filter(entry -> entry.content().detail() instanceof EntryDetail.PointMarked(String name, String id, var _)
                        && name.equals(checklist.name()) && id.equals(point.id())).max(BY_TIME);
        PointState state = by.map(entry -> ((EntryDetail.PointMarked) entry.content().detail()).state()).orElse(PointState.OPEN);
        return new Checklist.Standing(checklist, point, state, by);
    }

    /** The entries with a detail of this kind, by when they happened. */
    public List<IncidentEntry> ofKind(Class<? extends EntryDetail> kind) {
        return entries.stream().filter(entry -> kind.isInstance(entry.content().detail())).sorted(BY_TIME).toList();
    }

    /** The facts of a type, by when they happened. */
    public List<IncidentEntry> facts(FactType type) {
        return ofKind(EntryDetail.Fact.class).stream()
                .filter(entry -> entry.content().detail() instanceof EntryDetail.Fact fact && fact.type() == type).toList();
    }

    /** The entry that says last how something stands. */
    @SafeVarargs
    private Optional<IncidentEntry> latest(Class<? extends EntryDetail>... kinds) {
        return entries.stream().filter(entry -> List.of(kinds).contains(entry.content().detail().getClass())).max(BY_TIME);
    }

    /** The phase that an entry is in where nobody says which: that of its kind, else that of the entry before. */
    public IncidentPhase usualPhase(EntryDetail detail) {
        return switch (detail) {
            case EntryDetail.Fact fact -> fact.type().phase();
            case EntryDetail.SwitchedOff _ -> IncidentPhase.CONTAINMENT;
            case EntryDetail.SwitchedOn _ -> IncidentPhase.RECOVERY;
            case EntryDetail.Told _ -> IncidentPhase.COMMUNICATION;
            case EntryDetail.Closed _ -> IncidentPhase.REVIEW;
            case EntryDetail.Note _, EntryDetail.PointMarked _, EntryDetail.Reopened _ -> entries.isEmpty()
                    ? IncidentPhase.IDENTIFICATION : entries.getLast().content().phase();
        };
    }

    /**
     * The entry that says that {@code system} was switched off and is off still.
     *
     * @param system its name, or the number of the entry
     * @throws AssayException {@code WRONG_USAGE} when nothing of that name is off, or more than one thing
     */
    public IncidentEntry off(String system) {
        List<IncidentEntry> off = stillOff().stream().filter(entry -> String.valueOf(entry.number()).equals(system)
                || entry.content().detail() instanceof EntryDetail.SwitchedOff(String name, var _) && name.equals(system)).toList();
        if (off.size() != 1) {
            throw new AssayException(ErrorCode.WRONG_USAGE, off.isEmpty()
                    ? "Nothing is off that is called " + Visible.text(system) + ". Take its name from what is still off."
                    : "More than one thing is off that is called " + Visible.text(system) + ": name it by the number of its entry, "
                            + numbers(off) + ".");
        }
        return off.getFirst();
    }

    /** Refuses what cannot follow these entries, with {@code WRONG_USAGE} and a sentence. */
    public void requireFits(EntryContent next) {
        switch (next.detail()) {
            case EntryDetail.SwitchedOff off -> {
                require(!isClosed(), "The incident is closed. Reopen it first.");
                require(!off.system().isBlank(), "Say what was switched off.");
            }
            case EntryDetail.SwitchedOn on -> {
                require(stillOff().stream().anyMatch(entry -> entry.number() == on.off()),
                        "Entry " + on.off() + " does not say that something was switched off, or it is on again already.");
                require(!next.happened().isBefore(entries.stream().filter(entry -> entry.number() == on.off()).findFirst().orElseThrow()
                        .content().happened()), "It cannot be on again before it was switched off. Check the time.");
            }
            case EntryDetail.Closed _ -> {
                require(!isClosed(), "The incident is closed already.");
                require(stillOff().isEmpty(), "Nothing is closed while something is switched off, as " + (stillOff().size() == 1
                        ? "entry " + numbers(stillOff()) + " still says" : "entries " + numbers(stillOff()) + " still say")
                        + ". Say first that it is on again.");
            }
            case EntryDetail.Reopened _ -> require(isClosed(), "The incident is not closed.");
            case EntryDetail.Told told -> {
                require(!told.who().isBlank(), "Say who was told.");
                requireText(next, "Say what they were told.");
            }
            case EntryDetail.Fact _ -> requireText(next, "Say what is known.");
            case EntryDetail.Note _ -> requireText(next, "Say what is to be noted.");
            case EntryDetail.PointMarked _ -> { }
        }
    }

    private static void requireText(EntryContent next, String otherwise) {
        require(!next.text().isBlank(), otherwise);
    }

    private static void require(boolean so, String otherwise) {
        if (!so) {
            throw new AssayException(ErrorCode.WRONG_USAGE, otherwise);
        }
    }

    private static String numbers(List<IncidentEntry> entries) {
        return entries.stream().map(entry -> String.valueOf(entry.number())).collect(Collectors.joining(", "));
    }
}
