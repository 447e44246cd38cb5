package org.assay.app.written;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

import org.assay.model.item.DigestAlgorithm;
import org.assay.model.item.FileItem;
import org.assay.model.item.Item;
import org.assay.model.item.Untold;
import org.assay.model.text.Bytes;

/** A table of files that a spreadsheet opens safely and that can be captured as evidence. */
final class FileTableForm implements WrittenForm {

    private static final List<String> HEADING = List.of("path", "kind", "size", "modified", "mode", "owner", "group", "sha256", "sha1",
            "md5", "target");

    private final CsvLines lines;

    FileTableForm(OutputStream out) {
        this.lines = new CsvLines(out);
    }

    @Override
    public void begin() throws IOException {
        lines.write(HEADING);
    }

    @Override
    public boolean write(Item item) throws IOException {
        if (!(item instanceof FileItem file) || !item.location().space().isFile() || item.location().space().isLeaf()) {
            return false;
        }
        lines.write(List.of(path(file), file.kind().name(), file.reports(Untold.SIZE) ? String.valueOf(file.sizeBytes()) : "",
                file.reports(Untold.MODIFIED_TIME) ? file.modified().toString() : "",
                file.mode().map(mode -> String.format(Locale.ROOT, "%04o", mode)).orElse(""), file.owner().orElse(""),
                file.group().orElse(""), file.sha256().map(Bytes::hex).orElse(""), digest(file, DigestAlgorithm.SHA1),
                digest(file, DigestAlgorithm.MD5), file.target().orElse("")));
        return true;
    }

    private static String path(FileItem file) {
        List<String> components = file.location().components();
        String below = String.join("/", components.subList(1, components.size()));
        return components.getFirst() + "/" + below;
    }

    private static String digest(FileItem file, DigestAlgorithm algorithm) {
        Bytes digest = file.details().digests().get(algorithm);
        return digest == null ? "" : digest.hex();
    }
}
