package org.assay.startup.catalogue;

import org.assay.model.FileItem;
import org.assay.model.FileKind;

/** Programs that run with the rights of their owner or group, wherever they are (POSIX modes 04000 and 02000). */
record SetIdKind() implements LocationKind {

    private static final int SET_ID = 06000;

    @Override
    public String name() {
        return "file-attribute";
    }

    @Override
    public Reach reach() {
        return Reach.EVERY_FILE;
    }

    @Override
    public boolean counts(FileItem file) {
        return file.kind() == FileKind.FILE && file.mode().filter(mode -> (mode & SET_ID) != 0).isPresent();
    }
}
