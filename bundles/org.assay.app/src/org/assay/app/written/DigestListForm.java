package org.assay.app.written;

import java.io.IOException;
import java.io.OutputStream;

import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.Item;

/** What {@code sha256sum} writes, to be checked by {@code sha256sum -c} in the tree's root. */
final class DigestListForm implements WrittenForm {

    private final OutputStream out;

    DigestListForm(OutputStream out) {
        this.out = out;
    }

    @Override
    public boolean write(Item item) throws IOException {
        if (!(item instanceof FileItem file) || file.kind() != FileKind.FILE || file.sha256().isEmpty()) {
            return false;
        }
        String path = ByteText.path(file.location());
        String escaped = path.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
        out.write(ByteText.bytes((escaped.equals(path) ? "" : "\\") + file.sha256().get().hex() + "  " + escaped + "\n"));
        return true;
    }
}
