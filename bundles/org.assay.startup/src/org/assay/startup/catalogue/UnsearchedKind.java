package org.assay.startup.catalogue;

/** What no snapshot holds: a location of this kind is described, with the reason, and finds nothing. */
record UnsearchedKind(String name) implements LocationKind {

    @Override
    public Reach reach() {
        return Reach.NOWHERE;
    }
}
