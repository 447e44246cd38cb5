package org.assay.ui.work;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.assay.model.Location;
import org.assay.model.Severity;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.Explanation;
import org.assay.model.change.Finding;
import org.assay.model.field.Attribute;
import org.assay.model.item.Item;

/**
 * What a list shows of a change, some hundred bytes: the change itself is decoded when it is looked at.
 *
 * @param number of the change
 * @param rank its place among all changes, the most severe first, from 0
 * @param was where it was, of what was moved; empty otherwise
 * @param said what explains it or, else, its most severe finding; empty where there is neither
 * @param saidRank equal where the same was found, so that those stand together in a list
 */
public record ChangeRow(int number, int rank, ChangeKind kind, Severity severity, boolean explained, Location location,
        Set<Attribute> differs, String was, String said, int saidRank) {

    /** Makes rows; what they have in common they share. Names of folders are shared already, as they are decoded. */
    static final class Maker {

        private final Map<String, String> texts = new HashMap<>();
        private final Map<Set<Attribute>, Set<Attribute>> attributes = new HashMap<>();
        private final Map<String, Integer> causes = new TreeMap<>();

        /** Its rank is still to be found. */
        ChangeRow row(Change change) {
            String was = change.kind() == ChangeKind.MOVED ? change.before().map(Item::location).map(Location::text).orElse("") : "";
            String cause = change.explanation().map(why -> " " + why.kind())
                    .or(() -> change.findings().stream().findFirst().map(Finding::code)).orElse("");
            String said = change.explanation().map(Explanation::text)
                    .or(() -> change.findings().stream().findFirst().map(Finding::sentence)).orElse("");
            return new ChangeRow(change.number(), 0, change.kind(), change.severity(), change.isExplained(),
                    change.location(), attributes.computeIfAbsent(change.attributes(), ChangeRow::copy), was, shared(said),
                    causes.computeIfAbsent(cause, _ -> causes.size()));
        }

        private String shared(String text) {
            return texts.computeIfAbsent(text, same -> same);
        }
    }

    /** The same row with its place among all. */
    ChangeRow ranked(int place) {
        return new ChangeRow(number, place, kind, severity, explained, location, differs, was, said, saidRank);
    }

    private static Set<Attribute> copy(Set<Attribute> attributes) {
        return attributes.isEmpty() ? Set.of() : EnumSet.copyOf(attributes);
    }
}
