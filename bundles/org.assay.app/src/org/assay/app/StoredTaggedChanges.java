package org.assay.app;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;

import org.assay.model.change.Change;
import org.assay.model.change.HeldTags;
import org.assay.model.change.TaggedChange;

/** Stored changes with the tags that hold for them, read and joined when they are asked for. */
final class StoredTaggedChanges extends AbstractList<TaggedChange> {

    private final List<Change> changes;
    private final HeldTags tags;

    StoredTaggedChanges(List<Change> changes, HeldTags tags) {
        this.changes = changes;
        this.tags = tags;
    }

    @Override
    public TaggedChange get(int index) {
        return tagged(changes.get(index));
    }

    @Override
    public int size() {
        return changes.size();
    }

    @Override
    public Iterator<TaggedChange> iterator() {
        Iterator<Change> each = changes.iterator();
        return new Iterator<>() {

            @Override
            public boolean hasNext() {
                return each.hasNext();
            }

            @Override
            public TaggedChange next() {
                return tagged(each.next());
            }
        };
    }

    private TaggedChange tagged(Change change) {
        return new TaggedChange(change, tags.of(change));
    }
}
