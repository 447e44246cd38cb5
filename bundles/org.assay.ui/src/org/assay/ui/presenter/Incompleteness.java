package org.assay.ui.presenter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.assay.app.ComparedGaps;
import org.assay.app.GapSentences;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.Snapshot;
import org.assay.ui.text.DisplayText;
import org.assay.ui.text.Texts;
import org.assay.ui.work.ShownComparison;

/**
 * Why a view of a comparison does not show everything, so that what it does not list must not be called clean.
 *
 * @param sentences one a line; none when nothing stands against it
 * @param places where that is so: those that the filter has to do with or, when it has to do with none, all
 */
public record Incompleteness(List<String> sentences, List<GapsPresenter.Row> places) {

    public static final Incompleteness NONE = new Incompleteness(List.of(), List.of());

    /** Of the changes whose location is looked for by {@code filter}, see {@link LocationPattern}. */
    static Incompleteness ofChanges(ShownComparison comparison, String filter) {
        return of(comparison, filter, List.of());
    }

    /** Of startup entries. A filter finds commands too, wherever they are, so it makes no gap harmless. */
    static Incompleteness ofStartup(ShownComparison comparison, String filter) {
        return of(comparison, filter, comparison.unread());
    }

    private static Incompleteness of(ShownComparison comparison, String filter, List<Gap> unread) {
        ComparedGaps gaps = comparison.gaps();
        Optional<ComparedGaps> part = LocationPattern.glob(filter).map(gaps::within).filter(some -> !some.isEmpty());
        List<String> sentences = new ArrayList<>();
        Stream.of(unfinished(comparison.baseline()), unfinished(comparison.suspect()), GapSentences.ofComparison(gaps)
                .map(DisplayText::sentence), notCompared(gaps),
                part.flatMap(some -> ofFilter(gaps, some)),
                GapSentences.ofUnread(unread).map(DisplayText::sentence)).flatMap(Optional::stream).forEach(sentences::add);
        List<GapsPresenter.Row> places = new ArrayList<>(GapsPresenter.rows(comparison, part.orElse(gaps)));
        places.addAll(GapsPresenter.unread(unread));
        return new Incompleteness(sentences, places);
    }

    /** The places lie in the list below. */
    private static Optional<String> notCompared(ComparedGaps gaps) {
        List<String> sentences = GapSentences.ofScope(gaps);
        return sentences.size() <= 1 ? sentences.stream().map(DisplayText::sentence).findFirst()
                : Optional.of(DisplayText.sentence(sentences.getFirst() + ", and " + (sentences.size() - 1) + " more"));
    }

    private static Optional<String> ofFilter(ComparedGaps all, ComparedGaps part) {
        return part.equals(all) ? Optional.of(Texts.of("gaps.allInFilter"))
                : GapSentences.ofPart(part).map(sentence -> Texts.of("gaps.inFilter", sentence));
    }

    private static Optional<String> unfinished(Snapshot snapshot) {
        return GapSentences.ofUnfinished(snapshot).map(lacks -> Texts.of("gaps.unfinished", String.valueOf(snapshot.id()), snapshot.state(),
                lacks));
    }
}
