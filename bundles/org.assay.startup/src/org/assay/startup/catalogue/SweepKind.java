package org.assay.startup.catalogue;

/** Whole subtrees of the registry, of which other locations name a part. */
record SweepKind(String name, Precedence precedence) implements LocationKind {

    @Override
    public Reach reach() {
        return Reach.KEY_TREE;
    }
}
