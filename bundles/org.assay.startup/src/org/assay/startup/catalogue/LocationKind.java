package org.assay.startup.catalogue;

import org.assay.model.item.FileItem;

/**
 * What kind of thing an autostart location is: where it is looked for, and what there is an entry. One class a kind, or one object where
 * kinds differ in these answers only; {@link LocationKinds} lists them, and {@code docs/startup-catalogue.md} describes each.
 */
public interface LocationKind {

    /** Its name in a catalogue. */
    String name();

    /** Where a snapshot is searched for it. */
    Reach reach();

    /** The format of its files, see {@code syntax} in a catalogue; empty where the file itself is what starts. */
    default String format() {
        return "";
    }

    /** Whether {@code file}, which is where {@link #reach} says, is an entry. */
    default boolean counts(FileItem file) {
        return true;
    }

    /** Before which other kinds it says what a registry value is. */
    default Precedence precedence() {
        return Precedence.NAMED;
    }

    /** Whether entries are called like the subkey that the place leaves open, not like the value. */
    default boolean isNamedBySubkey() {
        return false;
    }
}
