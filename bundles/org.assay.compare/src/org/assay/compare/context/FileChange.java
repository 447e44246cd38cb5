package org.assay.compare.context;

import java.util.Optional;

import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.field.Attribute;
import org.assay.model.item.ContentType;
import org.assay.model.item.FileItem;
import org.assay.model.item.Signature;
import org.assay.model.item.Untold;

/**
 * A change of a file, directory, link, stream or special file.
 *
 * @param change a change whose items are {@link FileItem}s
 */
public record FileChange(Change change) {

    public ChangeKind kind() {
        return change.kind();
    }

    /** The file as it is now or, when it is gone, as it was. */
    public FileItem item() {
        return (FileItem) change.item();
    }

    /** The file as the baseline has it. */
    public Optional<FileItem> before() {
        return change.before().map(FileItem.class::cast);
    }

    /** Whether something is there now: it is new, another, or elsewhere. */
    public boolean isThere() {
        return change.kind() != ChangeKind.REMOVED;
    }

    public boolean differsIn(Attribute attribute) {
        return change.attributes().contains(attribute);
    }

    /** Whether both contents are known and differ. */
    public boolean contentDiffers() {
        return differsIn(Attribute.CONTENT) && isKnown(item()) && before().filter(FileChange::isKnown).isPresent();
    }

    /** A file whose source tells no SHA-256 is known by its other digests. */
    private static boolean isKnown(FileItem file) {
        return file.sha256().isPresent() || !file.reports(Untold.CONTENT);
    }

    /** Whether both sides tell this. */
    public boolean isReported(Untold what) {
        return item().reports(what) && before().map(was -> was.reports(what)).orElse(true);
    }

    /** Whether both contents are known and the same; what an older baseline does not tell of such a content is no news. */
    public boolean isSameContent() {
        return before().flatMap(FileItem::sha256).filter(was -> item().sha256().equals(Optional.of(was))).isPresent();
    }

    /** The signature of what is there now. */
    public Optional<Signature> signature() {
        return isThere() ? item().details().signature() : Optional.empty();
    }

    public Optional<Signature> signatureBefore() {
        return before().flatMap(was -> was.details().signature());
    }

    /** What the first bytes of {@code file} say it is; data where nobody looked. */
    public static ContentType type(FileItem file) {
        return file.details().contentType().orElse(ContentType.DATA);
    }
}
