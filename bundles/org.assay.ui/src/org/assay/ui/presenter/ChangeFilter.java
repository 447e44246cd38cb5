package org.assay.ui.presenter;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.assay.model.ChangeKind;
import org.assay.model.Glob;
import org.assay.model.Severity;
import org.assay.model.TaggedChange;

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

    public ChangeFilter text(String wanted) {
        return new ChangeFilter(wanted, kinds, least, untaggedOnly);
    }

    public ChangeFilter kind(ChangeKind kind, boolean shown) {
        Set<ChangeKind> wanted = EnumSet.noneOf(ChangeKind.class);
        wanted.addAll(kinds);
        if (shown) {
            wanted.add(kind);
        } else {
            wanted.remove(kind);
        }
        return new ChangeFilter(text, wanted, least, untaggedOnly);
    }

    public ChangeFilter least(Severity wanted) {
        return new ChangeFilter(text, kinds, wanted, untaggedOnly);
    }

    public ChangeFilter untaggedOnly(boolean wanted) {
        return new ChangeFilter(text, kinds, least, wanted);
    }

    Predicate<TaggedChange> predicate() {
        Optional<Glob> glob = LocationPattern.glob(text);
        return tagged -> kinds.contains(tagged.change().kind())
                && tagged.change().severity().compareTo(least) >= 0
                && !(untaggedOnly && tagged.tag().isPresent())
                && (glob.isEmpty() || glob.get().matches(tagged.change().location()));
    }
}
