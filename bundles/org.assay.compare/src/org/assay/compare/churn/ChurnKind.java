package org.assay.compare.churn;

import java.util.Optional;

import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.item.FileItem;
import org.assay.model.item.Item;

/** How a place changes while nothing happens. */
public enum ChurnKind {

    /** It is written to at its end, such as a log: it may come, and it may get longer. */
    GROWS("grows"),
    /** It comes, goes and takes another's name, such as an older log. */
    ROTATES("rotates"),
    /** It can be made again at any time, and comes, goes and changes. */
    CACHED("is cached"),
    /** It is what a program remembers: it may come, and it may change, but it stays. */
    STATE("is the state of a program");

    private final String label;

    ChurnKind(String label) {
        this.label = label;
    }

    /** For people, behind the name of a place. */
    public String label() {
        return label;
    }

    /** Whether {@code change} is one that this says to expect. */
    boolean expects(Change change) {
        return switch (this) {
            case GROWS -> change.kind() == ChangeKind.ADDED
                    || change.kind() == ChangeKind.MODIFIED && size(change.after()) >= size(change.before());
            case STATE -> change.kind() == ChangeKind.ADDED || change.kind() == ChangeKind.MODIFIED;
            case ROTATES, CACHED -> true;
        };
    }

    private static long size(Optional<Item> item) {
        return item.filter(FileItem.class::isInstance).map(file -> ((FileItem) file).sizeBytes()).orElse(0L);
    }
}
