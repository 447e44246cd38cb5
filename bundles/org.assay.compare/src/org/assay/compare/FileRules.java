package org.assay.compare;

import java.util.Optional;

import org.assay.model.Attribute;
import org.assay.model.Change;
import org.assay.model.ChangeKind;
import org.assay.model.FileItem;
import org.assay.model.FileKind;
import org.assay.model.Finding;
import org.assay.model.Severity;

/** What a change of a file's content, time or mode gives away. Every rule takes changes whose items are files. */
final class FileRules {

    private static final int SET_USER_ID = 04000;
    private static final int SET_GROUP_ID = 02000;

    private FileRules() {
    }

    /** Whoever rewrites a file of the same length and then sets the clock back hides from every check that does not read the content. */
    static Optional<Finding> contentUnderSameTime(Change change) {
        boolean found = contentDiffers(change) && !change.attributes().contains(Attribute.SIZE)
                && !change.attributes().contains(Attribute.MODIFIED_TIME);
        return Findings.when(found, "content-under-same-time", Severity.HIGH, () -> "Its content changed while its size, "
                + item(change).sizeBytes() + " bytes, and its modified time, " + item(change).modified() + ", stayed the same.");
    }

    /** A program that anyone starts with its owner's rights. On directories the bits only say who owns new files. */
    static Optional<Finding> setIdGained(Change change) {
        int gained = change.kind() == ChangeKind.REMOVED ? 0 : setId(item(change)) & ~before(change).map(FileRules::setId).orElse(0);
        // A mode that only the suspect's source keeps says nothing about the time before.
        boolean known = change.kind() == ChangeKind.ADDED || before(change).flatMap(FileItem::mode).isPresent();
        String bits = (gained & SET_USER_ID) == 0 ? "set-group-id" : (gained & SET_GROUP_ID) == 0 ? "set-user-id"
                : "set-user-id and set-group-id";
        return Findings.when(known && gained != 0, "set-id-gained", Severity.HIGH, () -> "It has gained " + bits + " (mode "
                + Integer.toOctalString(item(change).mode().orElse(0)) + "): it runs with the rights of "
                + ((gained & SET_USER_ID) == 0 ? "its group." : "its owner."));
    }

    /** A program, library or script that was not there, or was not one. */
    static Optional<Finding> newProgram(Change change) {
        if (change.kind() == ChangeKind.REMOVED || !(change.item() instanceof FileItem file)) {
            return Optional.empty();
        }
        Optional<String> runnable = FileNames.runnable(file);
        boolean isNew = change.kind() == ChangeKind.ADDED;
        boolean became = before(change).filter(was -> FileNames.runnable(was).isEmpty()).isPresent()
                && (change.kind() == ChangeKind.MOVED || change.attributes().contains(Attribute.MODE)
                || change.attributes().contains(Attribute.KIND));
        return Findings.when(runnable.isPresent() && (isNew || became), "new-program", Severity.MEDIUM, () -> isNew
                ? "By its name or mode it is a " + runnable.orElse("") + " that the baseline does not have here."
                : "By its name or mode it is now a " + runnable.orElse("") + "; in the baseline it was not.");
    }

    /** Something that runs was rewritten: an update, or an infection. */
    static Optional<Finding> modifiedProgram(Change change) {
        Optional<String> runnable = FileNames.runnable(item(change)).or(() -> before(change).flatMap(FileNames::runnable));
        return Findings.when(contentDiffers(change) && runnable.isPresent(), "modified-program", Severity.MEDIUM, () -> "It is a "
                + runnable.orElse("") + " and its content changed.");
    }

    /** New content with an older time was copied in from elsewhere, or its time was set by hand. */
    static Optional<Finding> timeWentBack(Change change) {
        boolean found = contentDiffers(change)
                && before(change).filter(was -> item(change).modified().isBefore(was.modified())).isPresent();
        return Findings.when(found, "time-went-back", Severity.MEDIUM, () -> "Its content changed, yet its modified time went back from "
                + before(change).map(was -> was.modified().toString()).orElse("") + " to " + item(change).modified() + ".");
    }

    /** One side's content is unknown, so the change of content is a suspicion. */
    static Optional<Finding> contentNotRead(Change change) {
        boolean found = change.attributes().contains(Attribute.CONTENT) && !contentDiffers(change);
        String side = item(change).sha256().isEmpty() ? "suspect" : "baseline";
        return Findings.when(found, "content-not-read", Severity.MEDIUM, () -> "Its content could not be read in the " + side
                + ", so whether it changed is not known.");
    }

    /** Whether both contents are known and differ. */
    private static boolean contentDiffers(Change change) {
        return change.attributes().contains(Attribute.CONTENT) && item(change).sha256().isPresent()
                && before(change).flatMap(FileItem::sha256).isPresent();
    }

    private static int setId(FileItem file) {
        return file.kind() == FileKind.FILE ? file.mode().orElse(0) & (SET_USER_ID | SET_GROUP_ID) : 0;
    }

    private static Optional<FileItem> before(Change change) {
        return change.before().map(FileItem.class::cast);
    }

    private static FileItem item(Change change) {
        return (FileItem) change.item();
    }
}
