package org.assay.app.custody;

import org.assay.custody.KeyFile;
import org.assay.custody.KeyRing;
import org.assay.custody.Password;
import org.assay.custody.Token;

/** The keys at a place, opened. */
final class OpenedKeys {

    private OpenedKeys() {
    }

    /** Fails with a sentence where the place cannot be opened, or not with that password or PIN. */
    static KeyRing at(KeyPlace place, Password secret) {
        return switch (place) {
            case KeyPlace.InFile in -> KeyFile.open(in.file(), secret).keys();
            case KeyPlace.OnToken on -> new Token(on.library(), on.slot()).open(secret);
        };
    }
}
