package org.assay.remedy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.field.Attribute;
import org.assay.model.item.ExtendedAttribute;
import org.assay.model.item.FileDetails;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.remediation.Action.ManualStep;
import org.assay.model.text.Bytes;
import org.assay.model.text.Visible;

/** The manual steps for files that no script restores or moves, in words. */
final class FileSteps {

    private static final Set<Attribute> OTHER_CONTENT =
            EnumSet.of(Attribute.KIND, Attribute.SIZE, Attribute.CONTENT, Attribute.LINK_TARGET);
    private static final Set<Attribute> RIGHTS = EnumSet.of(Attribute.MODE, Attribute.OWNER, Attribute.GROUP);
    private static final Set<Attribute> MARKS = EnumSet.of(Attribute.LINKS, Attribute.FLAGS, Attribute.EXTENDED);

    private FileSteps() {
    }

    /** Brings back the baseline's file, folder or link. */
    static ManualStep restore(Change change, FileItem baseline) {
        boolean gone = change.kind() == ChangeKind.REMOVED;
        boolean replaced = isReplaced(change);
        List<String> steps = new ArrayList<>();
        if (!gone && replaced) {
            steps.add("Keep what is there now as evidence: " + described((FileItem) change.item()) + ".");
        }
        if (gone || replaced) {
            steps.addAll(putBack(baseline));
        }
        if (gone || change.attributes().stream().anyMatch(RIGHTS::contains)) {
            rights(baseline).ifPresent(steps::add);
        }
        if (!gone && change.attributes().stream().anyMatch(MARKS::contains)) {
            steps.add("Restore the baseline's " + marks(baseline) + ".");
        }
        if (steps.isEmpty()) {
            steps.add("Only its time of change differs: " + baseline.modified() + " in the baseline. Set it back, or accept the change.");
        }
        return step(change, gone ? "It is missing, and no script creates files."
                : "It differs from the baseline, and no script writes files.",
                steps);
    }

    /** Fills the place of a changed file that the quarantine takes away. */
    static ManualStep replace(Change change) {
        FileItem baseline = (FileItem) change.before().orElseThrow();
        List<String> steps = new ArrayList<>(putBack(baseline));
        rights(baseline).ifPresent(steps::add);
        return step(change, "The baseline has another file here, and the quarantine leaves none.", steps);
    }

    /** Whether restoring this change means to put a file's baseline content back. */
    static boolean needsBaselineContent(Change change) {
        return change.before().filter(item -> item instanceof FileItem file && file.kind() == FileKind.FILE).isPresent()
                && (change.kind() == ChangeKind.REMOVED || change.kind() == ChangeKind.MODIFIED && isReplaced(change));
    }

    static ManualStep moveBack(Change change) {
        FileItem before = (FileItem) change.before().orElseThrow();
        return step(change, "It was moved, and no script moves files within the tree.", List.of(
                "The baseline has it at: " + before.location().text(),
                "Check that it is still " + described(before) + ".",
                "Move it back, if nothing else is there now."));
    }

    static ManualStep alreadyGone(Change change) {
        return step(change, "It is tagged for quarantine, but the suspect does not have it any more.",
                List.of("To restore the baseline's file, tag it for repair and export again."));
    }

    static ManualStep notAFile(Change change, FileItem file) {
        return step(change, "It is " + noun(file.kind()) + ", and the scripts move regular files only.", List.of(
                "Keep a record of it as evidence: " + described(file) + ".",
                switch (file.kind()) {
                    case DIRECTORY -> "Move the folder by hand once it holds nothing that must stay.";
                    case STREAM -> "Copy the stream by hand, then remove it from its file.";
                    default -> "Move it by hand, without following it or reading from it.";
                }));
    }

    static ManualStep unknownContent(Change change) {
        return step(change, "Its content could not be read completely, so no script can verify that it is still the same file.", List.of(
                "Find out why it could not be read: the report lists the gaps.",
                "Move the file by hand, or capture again and tag it again."));
    }

    private static boolean isReplaced(Change change) {
        return change.attributes().stream().anyMatch(OTHER_CONTENT::contains);
    }

    private static List<String> putBack(FileItem baseline) {
        return switch (baseline.kind()) {
            case FILE -> List.of("Restore the baseline's file from the gold image or the original medium: " + described(baseline) + ".",
                    "Check the SHA-256 of the restored file.");
            case DIRECTORY -> List.of("Create the folder again.");
            case LINK -> List.of("Create the link again: " + described(baseline) + ".");
            case STREAM -> List.of("Write the stream again from the gold image: " + described(baseline) + ".");
            case FIFO, SOCKET, CHARACTER_DEVICE, BLOCK_DEVICE, OTHER ->
                List.of("Restore it from the gold image: " + described(baseline) + ".");
        };
    }

    private static String described(FileItem file) {
        return noun(file.kind()) + switch (file.kind()) {
            case FILE, STREAM -> " of " + file.sizeBytes() + " bytes, SHA-256 "
                    + file.sha256().map(Bytes::hex).orElse("unknown, because it could not be read completely");
            case LINK -> " to \"" + file.target().map(Visible::text).orElse("an unknown place") + '"';
            case DIRECTORY, FIFO, SOCKET, CHARACTER_DEVICE, BLOCK_DEVICE, OTHER -> "";
        };
    }

    private static Optional<String> rights(FileItem baseline) {
        List<String> rights = new ArrayList<>();
        baseline.mode().ifPresent(mode -> rights.add("mode %04o".formatted(mode)));
        baseline.owner().ifPresent(owner -> rights.add("owner " + Visible.text(owner)));
        baseline.group().ifPresent(group -> rights.add("group " + Visible.text(group)));
        return rights.isEmpty() ? Optional.empty() : Optional.of("Restore " + String.join(", ", rights) + ".");
    }

    private static String marks(FileItem baseline) {
        FileDetails details = baseline.details();
        List<String> marks = new ArrayList<>();
        marks.add("flags (" + (details.flags().isEmpty() ? "none"
                : details.flags().stream().map(ReportText::lower).collect(Collectors.joining(", "))) + ")");
        details.extended().forEach((name, value) -> marks.add("attribute " + Visible.text(name) + " ("
                + ExtendedAttribute.text(name, value) + ")"));
        if (details.links() > 1) {
            marks.add(details.links() + " names");
        }
        return String.join(", ", marks);
    }

    private static String noun(FileKind kind) {
        return switch (kind) {
            case FILE -> "a file";
            case DIRECTORY -> "a folder";
            case LINK -> "a link";
            case FIFO -> "a named pipe";
            case SOCKET -> "a socket";
            case CHARACTER_DEVICE, BLOCK_DEVICE -> "a device";
            case OTHER -> "a special file";
            case STREAM -> "an alternate data stream";
        };
    }

    private static ManualStep step(Change change, String why, List<String> steps) {
        return new ManualStep(change.number(), change.location(), why, steps);
    }
}
