package org.assay.app.written;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.assay.model.item.FileItem;
import org.assay.model.item.Item;
import org.assay.model.item.KeyItem;
import org.assay.model.item.Untold;
import org.assay.model.item.ValueItem;
import org.assay.model.text.Bytes;

/** A timeline as Timesketch imports it: a row for each time of a file and for when a registry key was last written. */
final class TimelineForm implements WrittenForm {

    private static final List<String> HEADING = List.of("message", "timestamp", "datetime", "timestamp_desc", "location", "size", "sha256");

    private final CsvLines lines;

    TimelineForm(OutputStream out) {
        this.lines = new CsvLines(out);
    }

    @Override
    public void begin() throws IOException {
        lines.write(HEADING);
    }

    @Override
    public boolean write(Item item) throws IOException {
        return switch (item) {
            case FileItem file -> {
                row(file, "Content Modification Time", Optional.of(file.modified()).filter(_ -> file.reports(Untold.MODIFIED_TIME)));
                row(file, "Metadata Modification Time", file.times().statusChanged());
                row(file, "Last Access Time", file.times().accessed());
                row(file, "Creation Time", file.times().created());
                yield true;
            }
            case KeyItem key -> {
                row(key, "Last Written Time", key.lastWritten());
                yield key.lastWritten().isPresent();
            }
            case ValueItem _ -> false;
        };
    }

    private void row(Item item, String what, Optional<Instant> time) throws IOException {
        if (time.isPresent()) {
            Optional<FileItem> file = item instanceof FileItem one ? Optional.of(one) : Optional.empty();
            lines.write(List.of(item.location().text() + " (" + what + ")",
                    String.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, time.get())), time.get().toString(), what,
                    item.location().text(),
                    file.filter(one -> one.reports(Untold.SIZE)).map(one -> String.valueOf(one.sizeBytes())).orElse(""),
                    file.flatMap(FileItem::sha256).map(Bytes::hex).orElse("")));
        }
    }
}
