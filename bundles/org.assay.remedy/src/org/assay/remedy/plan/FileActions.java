package org.assay.remedy.plan;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.field.Attribute;
import org.assay.model.item.ContentType;
import org.assay.model.item.ExtendedAttribute;
import org.assay.model.item.FileDetails;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.text.Bytes;
import org.assay.model.text.Labels;
import org.assay.model.text.Visible;
import org.assay.remedy.plan.Action.ManualStep;
import org.assay.remedy.plan.Action.MoveBack;
import org.assay.remedy.plan.Action.Quarantine;
import org.assay.remedy.plan.Action.RestoreAttributes;
import org.assay.remedy.plan.Action.RestoreFile;

/** What is done about files: by a script where what is there and what must be there are known exactly, else by a person, in words. */
final class FileActions {

    private static final Set<Attribute> OTHER_CONTENT =
            EnumSet.of(Attribute.KIND, Attribute.SIZE, Attribute.CONTENT, Attribute.LINK_TARGET);
    /** What differs in these only is left to a person. */
    private static final Set<Attribute> BEYOND_SCRIPTS = EnumSet.of(Attribute.LINKS, Attribute.FLAGS);

    private FileActions() {
    }

    /** Brings back the baseline's file, folder or link. */
    static Action restore(Change change) {
        FileItem baseline = (FileItem) change.before().orElseThrow();
        if (change.kind() == ChangeKind.MOVED) {
            return moveBack(change, baseline, (FileItem) change.after().orElseThrow());
        }
        if (!isKnown(baseline)) {
            return byHand(change, baseline, "A script puts back files, links and folders whose content is known, and nothing else.");
        }
        if (change.kind() == ChangeKind.REMOVED) {
            return new RestoreFile(change.number(), baseline, Optional.empty());
        }
        FileItem present = (FileItem) change.after().orElseThrow();
        if (isHive(change, present)) {
            return hive(change);
        }
        if (isReplaced(change)) {
            return present.kind() != FileKind.DIRECTORY && isKnown(present)
                    ? new RestoreFile(change.number(), baseline, Optional.of(present))
                    : byHand(change, baseline, "What is there now is not a file or a link whose content is known, and no script moves it.");
        }
        return BEYOND_SCRIPTS.containsAll(change.attributes())
                ? step(change, "No script sets flags or makes hard links.", List.of("Restore the baseline's " + marks(baseline) + "."))
                : new RestoreAttributes(change.number(), baseline, present);
    }

    /** Takes away what is there now. */
    static Action takeAway(Change change, FileItem present) {
        if (present.kind() == FileKind.FILE && present.sha256().isEmpty()) {
            return step(change, "Its content could not be read completely, so no script can verify that it is still the same file.",
                    List.of("Find out why it could not be read: the report lists the gaps.",
                            "Move the file by hand, or capture again and tag it again."));
        }
        if (isHive(change, present)) {
            return hive(change);
        }
        if (!isKnown(present) || present.kind() == FileKind.DIRECTORY && change.kind() != ChangeKind.ADDED) {
            return step(change, "It is " + noun(present.kind()) + ", which no script moves.", List.of(
                    "Keep a record of it as evidence: " + described(present) + ".",
                    switch (present.kind()) {
                        case DIRECTORY -> "Move the folder by hand once it holds nothing that must stay.";
                        case STREAM -> "Copy the stream by hand, then remove it from its file.";
                        case FILE, LINK, FIFO, SOCKET, CHARACTER_DEVICE, BLOCK_DEVICE, OTHER ->
                                "Move it by hand, without following it or reading from it.";
                    }));
        }
        return new Quarantine(change.number(), present);
    }

    /** Fills the place of what the quarantine takes away; empty where the baseline has nothing else there. */
    static Optional<Action> replace(Change change) {
        if (change.kind() != ChangeKind.MODIFIED || !isReplaced(change)) {
            return Optional.empty();
        }
        FileItem baseline = (FileItem) change.before().orElseThrow();
        return Optional.of(isKnown(baseline) ? new RestoreFile(change.number(), baseline, Optional.empty())
                : step(change, "The baseline has something else here, and the quarantine leaves nothing.", putBack(baseline)));
    }

    /** A hive that both have: what differs in it has changes of its own, and a plan that replaced it would undo their steps. */
    private static boolean isHive(Change change, FileItem present) {
        return change.kind() == ChangeKind.MODIFIED
                && present.details().contentType().filter(ContentType.REGISTRY_HIVE::equals).isPresent();
    }

    private static ManualStep hive(Change change) {
        return step(change, "It is a hive of the registry, which the system holds open and writes all the time.", List.of(
                "Decide on the keys and values in it instead: this plan restores those.",
                "To replace the whole hive, take its keys out of the plan, and put back the file and its logs on the mounted disk."));
    }

    static ManualStep alreadyGone(Change change) {
        return step(change, "It is tagged for quarantine, but the suspect does not have it any more.",
                List.of("To restore the baseline's file, tag it for repair and export again."));
    }

    private static Action moveBack(Change change, FileItem baseline, FileItem present) {
        if (baseline.kind() == FileKind.FILE && present.kind() == FileKind.FILE && present.sha256().isPresent()
                && baseline.location().components().getFirst().equals(present.location().components().getFirst())) {
            return new MoveBack(change.number(), baseline, present);
        }
        return step(change, "It was moved, and scripts move back files only.", List.of(
                "The baseline has it at: " + baseline.location().text(),
                "Check that it is still " + described(baseline) + ".",
                "Move it back, if nothing else is there now."));
    }

    /** Whether a script can tell it from anything else. */
    private static boolean isKnown(FileItem file) {
        return switch (file.kind()) {
            case FILE -> file.sha256().isPresent();
            case LINK -> file.target().isPresent();
            case DIRECTORY -> true;
            case FIFO, SOCKET, CHARACTER_DEVICE, BLOCK_DEVICE, OTHER, STREAM -> false;
        };
    }

    private static boolean isReplaced(Change change) {
        return change.attributes().stream().anyMatch(OTHER_CONTENT::contains);
    }

    private static ManualStep byHand(Change change, FileItem baseline, String why) {
        List<String> steps = new ArrayList<>();
        change.after().ifPresent(present -> steps.add("Keep what is there now as evidence: " + described((FileItem) present) + "."));
        steps.addAll(putBack(baseline));
        rights(baseline).ifPresent(steps::add);
        return step(change, why, steps);
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
                : details.flags().stream().map(Labels::of).collect(Collectors.joining(", "))) + ")");
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
