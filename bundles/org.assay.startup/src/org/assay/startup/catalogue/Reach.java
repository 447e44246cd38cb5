package org.assay.startup.catalogue;

/** Where a snapshot is searched for the places of a {@link LocationKind}. */
public enum Reach {
    /** At the registry keys that the places name. */
    KEY,
    /** At the registry keys that the places name, and at every key below. */
    KEY_TREE,
    /** At the files that the places name. */
    FILE,
    /** At every file, whatever its path: {@link LocationKind#counts} alone decides. */
    EVERY_FILE,
    /** At no file: the content of those that the places name is kept, because entries elsewhere may lead to them. */
    CONTENT,
    /** Nowhere: a snapshot does not hold it. */
    NOWHERE;

    /** Whether the places are registry keys. */
    public boolean isRegistry() {
        return switch (this) {
            case KEY, KEY_TREE -> true;
            case FILE, EVERY_FILE, CONTENT, NOWHERE -> false;
        };
    }

    /** Whether what lies at the places may be an entry. */
    public boolean hasEntries() {
        return switch (this) {
            case KEY, KEY_TREE, FILE, EVERY_FILE -> true;
            case CONTENT, NOWHERE -> false;
        };
    }

    /** Whether the content of the files that the places name is kept. */
    public boolean keepsContent() {
        return switch (this) {
            case FILE, CONTENT -> true;
            case KEY, KEY_TREE, EVERY_FILE, NOWHERE -> false;
        };
    }
}
