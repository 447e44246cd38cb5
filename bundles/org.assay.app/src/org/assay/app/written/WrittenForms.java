package org.assay.app.written;

import java.io.IOException;
import java.io.OutputStream;

import org.assay.model.item.ItemStream;

/** All forms. */
public final class WrittenForms {

    private WrittenForms() {
    }

    /** Writes {@code items} to {@code out}. */
    public static Written write(SnapshotFormat format, ItemStream items, OutputStream out) throws IOException {
        WrittenForm form = switch (format) {
            case JSONL -> new JsonLines(out);
            case CSV -> new FileTableForm(out);
            case MTREE -> new MtreeForm(out);
            case SHA256SUM -> new DigestListForm(out);
            case BODYFILE -> new BodyFileForm(out);
            case TIMESKETCH -> new TimelineForm(out);
        };
        long written = 0;
        long left = 0;
        form.begin();
        while (items.hasNext()) {
            if (form.write(items.next())) {
                written++;
            } else {
                left++;
            }
        }
        form.end();
        return new Written(written, left);
    }
}
