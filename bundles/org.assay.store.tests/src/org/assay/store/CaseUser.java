package org.assay.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.casefile.CaseWait;
import org.assay.model.change.Decision;
import org.assay.model.change.Tag;
import org.assay.model.custody.Operator;
import org.assay.model.snapshot.Environment;
import org.assay.model.snapshot.Reading;
import org.assay.model.snapshot.Role;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.snapshot.SnapshotState;
import org.assay.model.text.Sha256;

/**
 * Works on a case as commands do, for {@code releng/durability}: {@code make} begins one with a snapshot and a tag; {@code work} tags and
 * captures again and again and prints a line for everything that was reported as done, until it is killed or cannot write, and for a
 * snapshot that could not even be ended; {@code check} opens the case, reads all of it, and prints what is there.
 */
final class CaseUser {

    private static final int ITEMS = 2000;
    /** So many tags, set and removed, leave so much dead space that the case is compacted when it is closed. */
    private static final int PASSING_TAGS = 8000;

    private static final String PASSING = "passing";

    private CaseUser() {
    }

    public static void main(String[] arguments) {
        Path path = Path.of(arguments[1]);
        try {
            switch (arguments[0]) {
                case "make" -> CaseFile.create(path).close();
                case "work" -> work(path);
                case "check" -> check(path);
                case "read" -> read(path);
                default -> throw new IllegalArgumentException(arguments[0]);
            }
        } catch (AssayException e) {
            System.out.println("failed " + e.getMessage());
            System.out.flush();
            Runtime.getRuntime().halt(3);
        }
    }

    private static void work(Path path) {
        while (true) {
            try (CaseFile opened = CaseFile.open(path, CaseWait.SILENT, Operator.UNKNOWN)) {
                opened.removeTags(passing());
                int number = (int) lasting(opened);
                opened.saveTags(IntStream.range(number, number + 5).mapToObj(CaseUser::tag).toList());
                report("tags", number + 5);
                capture(opened.newSnapshot("pc", Role.SUSPECT, "", List.of(), Environment.UNKNOWN, List.of()));
                opened.saveTags(passing());
            }
        }
    }

    private static void capture(SnapshotWriter writer) {
        try {
            NumberedItems.first(ITEMS).forEach(writer::item);
            writer.flush();
            report("snapshots", writer.finish(SnapshotState.COMPLETE, Reading.NONE).id());
        } catch (AssayException e) {
            try {
                writer.fail(Reading.NONE);
            } catch (AssayException second) {
                System.err.println(second.getMessage() + " " + second.getCause());
                report("running", writer.id());
            }
            throw e;
        }
    }

    /** Reads the case again and again while others work on it; ends with a message when something that was there is not there any more. */
    private static void read(Path path) {
        long tags = 0;
        long snapshots = 0;
        while (true) {
            try (CaseFile opened = CaseFile.openToRead(path, CaseWait.SILENT, Operator.UNKNOWN)) {
                long tagsNow = lasting(opened);
                List<Snapshot> whole = opened.snapshots().stream().filter(one -> one.state() == SnapshotState.COMPLETE).toList();
                whole.forEach(one -> opened.verify(one.id()));
                if (tagsNow < tags || whole.size() < snapshots) {
                    throw new AssayException(ErrorCode.CASE_FILE, "%d of %d tags, %d of %d snapshots".formatted(tagsNow, tags, whole.size(),
                            snapshots));
                }
                tags = tagsNow;
                snapshots = whole.size();
            }
        }
    }

    private static long lasting(CaseFile opened) {
        return opened.tags().stream().filter(tag -> !tag.host().equals(PASSING)).count();
    }

    private static List<Tag> passing() {
        return IntStream.range(0, PASSING_TAGS).mapToObj(number -> tag(PASSING, number)).toList();
    }

    private static Tag tag(int number) {
        return tag("pc", number);
    }

    private static Tag tag(String host, int number) {
        return new Tag(host, Location.file("C:", "file " + number), Sha256.of(), Decision.ACCEPT, "", "me", Instant.EPOCH);
    }

    private static void check(Path path) {
        try (CaseFile opened = CaseFile.open(path)) {
            report("tags", lasting(opened));
            opened.snapshots().stream().filter(one -> one.state() == SnapshotState.COMPLETE).forEach(one -> {
                opened.verify(one.id());
                report("snapshots", one.id());
            });
            opened.verifyAll(Progress.NONE);
        }
    }

    private static void report(String what, long count) {
        System.out.println(what + " " + count);
        System.out.flush();
    }
}
