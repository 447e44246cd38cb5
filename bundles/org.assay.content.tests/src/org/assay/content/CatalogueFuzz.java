package org.assay.content;

import org.assay.model.item.SignatureStatus;

/** Fuzz target: whatever stands in a security catalogue, reading it ends, and only one that is valid lists anything. */
public final class CatalogueFuzz {

    private CatalogueFuzz() {
    }

    /** Reads one input, as it is and as the list of a catalogue whose signature was not looked at. */
    public static void fuzzerTestOneInput(byte[] file) {
        SecurityCatalogue catalogue = SecurityCatalogue.read(file);
        SignatureStatus status = catalogue.signature().status();
        if (status == SignatureStatus.UNSIGNED || status != SignatureStatus.VALID && catalogue.signature().detail().isEmpty()) {
            throw new AssertionError("nothing says why it is " + status);
        }
        if (status != SignatureStatus.VALID && !catalogue.members().isEmpty() || catalogue.members().size() > file.length) {
            throw new AssertionError(catalogue.members().size() + " members of " + file.length + " bytes that are " + status);
        }
    }
}
