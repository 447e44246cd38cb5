package org.assay.fleet;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;

import org.assay.model.Location;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.CommonScope;
import org.assay.model.field.Attribute;
import org.assay.model.fleet.Content;
import org.assay.model.fleet.FleetPlace;

/**
 * By what the same change of two hosts is known.
 *
 * @param differing what else than content differs: who may read a file now is another change than what is in it
 */
record ChangeKey(Location place, ChangeKind kind, Content content, Set<Attribute> differing) {

    static final Comparator<ChangeKey> ORDER = Comparator.comparing(ChangeKey::place, Location.ORDER).thenComparing(ChangeKey::kind)
            .thenComparing(ChangeKey::content).thenComparing(key -> key.differing().toString());

    /** These follow from the content or are of one machine only. */
    private static final Set<Attribute> OF_NO_MATTER = Set.of(Attribute.SIZE, Attribute.MODIFIED_TIME, Attribute.LINKS);

    static ChangeKey of(Change change, CommonScope scope) {
        return new ChangeKey(FleetPlace.of(change.location(), scope), change.kind(), Content.of(change.after()), differing(change));
    }

    private static Set<Attribute> differing(Change change) {
        if (change.kind() != ChangeKind.MODIFIED) {
            return Set.of();
        }
        EnumSet<Attribute> differing = EnumSet.copyOf(change.attributes());
        differing.removeAll(OF_NO_MATTER);
        return differing;
    }
}
