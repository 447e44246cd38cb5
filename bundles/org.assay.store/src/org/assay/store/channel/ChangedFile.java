package org.assay.store.channel;

import java.io.IOException;

/** Another program removed, replaced or cut a case's file while it was in use; the message says which. */
public final class ChangedFile extends IOException {

    private static final long serialVersionUID = 1L;

    ChangedFile(String message) {
        super(message);
    }
}
