package org.assay.startup.catalogue;

import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;

/** Programs that carry capabilities of their own (capabilities(7), "File capabilities"), wherever they are. */
record CapabilityKind() implements LocationKind {

    private static final String ATTRIBUTE = "security.capability";

    @Override
    public String name() {
        return "file-capability";
    }

    @Override
    public Reach reach() {
        return Reach.EVERY_FILE;
    }

    @Override
    public boolean counts(FileItem file) {
        return file.kind() == FileKind.FILE && file.details().extended().containsKey(ATTRIBUTE);
    }
}
