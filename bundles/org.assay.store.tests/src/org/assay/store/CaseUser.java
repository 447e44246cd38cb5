package org.assay.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.assay.model.AssayException;
import org.assay.model.Decision;
import org.assay.model.Environment;
import org.assay.model.Location;
import org.assay.model.Reading;
import org.assay.model.Role;
import org.assay.model.SnapshotState;
import org.assay.model.Tag;
import org.assay.store.bytes.Sha256;

/**
 * Works on a case as commands do, for {@code releng/durability}: {@code make} begins one with a snapshot and a tag; {@code work} tags and
 * captures again and again and prints a line for everything that was reported as done, until it is killed or cannot write; {@code check}
 * opens the case, reads all of it, and prints what is there.
 */
final class CaseUser {

    private static final int ITEMS = 2000;

    private CaseUser() {
    }

    public static void main(String[] arguments) {
        Path path = Path.of(arguments[1]);
        try {
            switch (arguments[0]) {
                case "make" -> CaseFile.create(path).close();
                case "work" -> work(path);
                case "check" -> check(path);
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
            try (CaseFile opened = CaseFile.open(path)) {
                int number = opened.tags().size();
                opened.saveTags(IntStream.range(number, number + 5).mapToObj(CaseUser::tag).toList());
                report("tags", number + 5);
                SnapshotWriter writer = opened.newSnapshot("pc", Role.SUSPECT, "", List.of(), Environment.UNKNOWN, List.of());
                NumberedItems.first(ITEMS).forEach(writer::item);
                writer.flush();
                report("snapshots", writer.finish(SnapshotState.COMPLETE, Reading.NONE).id());
            }
        }
    }

    private static Tag tag(int number) {
        return new Tag("pc", Location.file("C:", "file " + number), Sha256.of(), Decision.ACCEPT, "", "me", Instant.EPOCH);
    }

    private static void check(Path path) {
        try (CaseFile opened = CaseFile.open(path)) {
            report("tags", opened.tags().size());
            opened.snapshots().stream().filter(one -> one.state() == SnapshotState.COMPLETE).forEach(one -> {
                opened.verify(one.id());
                report("snapshots", one.id());
            });
        }
    }

    private static void report(String what, long count) {
        System.out.println(what + " " + count);
        System.out.flush();
    }
}
