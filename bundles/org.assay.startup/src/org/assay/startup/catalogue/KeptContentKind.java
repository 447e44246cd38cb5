package org.assay.startup.catalogue;

/** Files that are no entries, and whose content is kept because an entry may include it or lead to it. */
record KeptContentKind() implements LocationKind {

    @Override
    public String name() {
        return "kept-content";
    }

    @Override
    public Reach reach() {
        return Reach.CONTENT;
    }
}
