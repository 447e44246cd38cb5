package org.assay.ui.presenter;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.assay.model.Severity;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.TaggedChange;
import org.assay.model.snapshot.Glob;

/**
 * Which changes the analyst wants to see.
 *
 * @param text a part of a location, or a pattern, see {@link LocationPattern}; empty for all
 * @param kinds the kinds to show
 * @param least the least severity to show
 * @param untaggedOnly whether changes with a decision are left out
 */
public record ChangeFilter(String text, Set<ChangeKind> kinds, Severity least, boolean untaggedOnly) {

    static final ChangeFilter ALL = new ChangeFilter("", EnumSet.allOf(ChangeKind.class), Severity.INFO, false);

    public ChangeFilter {
        kinds = Set.copyOf(kinds);
    }

    public ChangeFilter text(String requested) {
        return new ChangeFilter(requested, kinds, least, untaggedOnly);
    }

    public ChangeFilter kind(ChangeKind kind, boolean shown) {
        Set<ChangeKind> requested = EnumSet.noneOf(ChangeKind.class);
        requested.addAll(kinds);
        if (shown) {
            requested.add(kind);
        } else {
            requested.remove(kind);
        }
        return new ChangeFilter(text, requested, least, untaggedOnly);
    }

    public ChangeFilter least(Severity requested) {
        return new ChangeFilter(text, kinds, requested, untaggedOnly);
    }

    public ChangeFilter untaggedOnly(boolean requested) {
        return new ChangeFilter(text, kinds, least, requested);
    }

    Predicate<TaggedChange> predicate() {
        Optional<Glob> glob = LocationPattern.glob(text);
        return tagged -> kinds.contains(tagged.change().kind())
                && tagged.change().severity().compareTo(least) >= 0
                && !(untaggedOnly && tagged.tag().isPresent())
                && (glob.isEmpty() || glob.get().matches(tagged.change().location()));
    }
}
