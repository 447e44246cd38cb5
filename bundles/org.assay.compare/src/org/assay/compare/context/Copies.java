package org.assay.compare.context;

import java.util.List;

import org.assay.compare.key.Key;
import org.assay.compare.key.KeyCounts;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.item.FileItem;
import org.assay.model.text.Bytes;

/** In how many places a content is new. */
public final class Copies {

    private final KeyCounts places = new KeyCounts();

    private Copies() {
    }

    /** Those of programs among {@code changes}. */
    public static Copies among(List<Change> changes) {
        Copies copies = new Copies();
        for (Change change : changes) {
            if (change.kind() == ChangeKind.ADDED && change.item() instanceof FileItem file && file.sizeBytes() > 0
                    && FileNames.runnable(file).isPresent()) {
                file.sha256().ifPresent(digest -> copies.places.add(Key.of(digest)));
            }
        }
        return copies;
    }

    /** How many new programs hold the content with this digest. */
    public int places(Bytes sha256) {
        return places.of(Key.of(sha256));
    }
}
