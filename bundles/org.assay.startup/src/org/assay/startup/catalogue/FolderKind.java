package org.assay.startup.catalogue;

import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.text.RegistryName;

/** Every file of a folder, but for the {@code desktop.ini} that Explorer itself puts there. */
record FolderKind() implements LocationKind {

    /** Explorer's own is not longer than this. */
    private static final long MAX_DESKTOP_INI_BYTES = 1024;

    @Override
    public String name() {
        return "folder";
    }

    @Override
    public Reach reach() {
        return Reach.FILE;
    }

    @Override
    public boolean counts(FileItem file) {
        return file.kind() != FileKind.FILE || file.sizeBytes() > MAX_DESKTOP_INI_BYTES
                || !RegistryName.fold(file.location().name()).equals("DESKTOP.INI");
    }
}
