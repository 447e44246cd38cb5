package org.assay.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.assay.model.AssayException;
import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.casefile.CaseWait;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.ComparisonBasis;
import org.assay.model.change.Decision;
import org.assay.model.change.Tag;
import org.assay.model.custody.Operator;
import org.assay.model.item.Item;
import org.assay.model.snapshot.Environment;
import org.assay.model.snapshot.Reading;
import org.assay.model.snapshot.Role;
import org.assay.model.snapshot.SnapshotState;
import org.assay.model.text.Bytes;
import org.assay.model.text.Sha256;
import org.assay.store.database.CasePath;
import org.assay.store.database.Migrations;
import org.assay.store.schema.CaseSchema;
import org.h2.store.fs.FilePath;

/**
 * The power goes at any moment of a case's life. What is written to an old case while it is captured into, compared and tagged is kept,
 * with every force; then the disk stops after some of it, in many ways, and the case must open with everything that had been reported as
 * done.
 */
final class CrashCampaign {

    private static final String CRASHED = "nioMemFS:crashed";

    /** So many tags, set and removed, leave so much dead space that the case is compacted when it is closed. */
    private static final int PASSING_TAGS = 8000;
    private static final int MAX_ROUND_WITH_COMPACTION = 1;

    /** Between the parts of a capture that is to take its time, so that it is the time that is long and not the file. */
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int WAYS_BETWEEN_REPORTS = 100;

    private final Path folder;
    private final Random random;
    private final Map<CrashedFile.Way, Integer> tried = new EnumMap<>(CrashedFile.Way.class);
    private final List<String> lost = new ArrayList<>();
    private int renames;
    private int amongRenames;

    CrashCampaign(Path folder, long seed) {
        this.folder = folder;
        random = new Random(seed);
    }

    /**
     * Prints a table of the ways, and what was lost.
     *
     * @param arguments how many ways; a seed; how many seconds the last capture takes at least, so that H2 uses space again
     */
    public static void main(String[] arguments) throws IOException {
        CrashCampaign campaign = new CrashCampaign(Files.createTempDirectory("durability"), Long.parseLong(arguments[1]));
        campaign.run(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[2]));
        campaign.tried.forEach((way, count) -> System.out.printf("%-20s %6d tried%n", way, count));
        System.out.printf("%d files took another's place; %d of the ways were before the disk had that%n", campaign.renames,
                campaign.amongRenames);
        System.out.printf("%d lost%n", campaign.lost.size());
        campaign.lost.forEach(System.out::println);
        System.exit(campaign.lost.isEmpty() ? 0 : 1);
    }

    /** Tries so many ways and gives what was lost, a line each. */
    List<String> run(int ways, int seconds) throws IOException {
        Path old = oldCase();
        byte[] before = Files.readAllBytes(old);
        LoggedFiles.begin();
        work(old, seconds);
        List<DiskEvent> log = LoggedFiles.log();
        replay(new CrashedDisk(Map.of(old.toString(), before)), log, ways);
        return lost;
    }

    /** How many of the ways were between a file's new name and its force. */
    int amongRenames() {
        return amongRenames;
    }

    private Path oldCase() {
        try (CaseFile made = CaseFile.create(folder.resolve("old"))) {
            capture(made, 500, 0);
            capture(made, 500, 0);
            made.saveComparison(1, 2, ComparisonBasis.USUAL, changes(100), List.of());
            made.saveTags(tags(0, 200));
            return made.file();
        }
    }

    /** Opens the case again and again, as commands do, and tells the log what each of them reported. */
    private void work(Path old, int seconds) {
        CasePath path = CasePath.of(old);
        for (int round = 0; round < 6; round++) {
            int first = 200 + round * 50;
            command(path, one -> one.saveTags(tags(first, 50)));
            command(path, one -> capture(one, 300 + first, 0));
            command(path, one -> one.saveComparison(1, 2, ComparisonBasis.USUAL, changes(first), List.of()));
            command(path, one -> one.removeTags(tags(first, 20)));
            command(path, one -> one.custody().seal(1, Bytes.copyOf(one.custody().statement(one.snapshot(1))), Instant.EPOCH, ""));
            if (round <= MAX_ROUND_WITH_COMPACTION) {
                command(path, one -> one.saveTags(tags(100_000, PASSING_TAGS)));
                command(path, one -> one.removeTags(tags(100_000, PASSING_TAGS)));
            }
        }
        command(path, one -> capture(one, 5000, seconds));
    }

    /** A command that writes. */
    private interface Command {
        void run(CaseFile caseFile);
    }

    private static void command(CasePath path, Command command) {
        CaseFile opened = new CaseOpening(path, LoggedFiles.SCHEME + ":" + path.existing(), Migrations.standard(),
                CaseSchema.standard(), CaseWait.NONE, Operator.UNKNOWN).toWrite();
        try (opened) {
            LoggedFiles.add(new DiskEvent.Reported(CaseState.of(opened)));
            command.run(opened);
            LoggedFiles.add(new DiskEvent.Reported(CaseState.of(opened)));
        }
    }

    private void capture(CaseFile caseFile, int items, int seconds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        SnapshotWriter writer = caseFile.newSnapshot("pc", Role.SUSPECT, "", List.of(), Environment.UNKNOWN, List.of());
        RandomItems source = new RandomItems(items);
        do {
            List<Item> some = source.items(items).stream().sorted(RandomItems.ORDER).toList();
            for (int at = 0; at < some.size(); at++) {
                writer.item(some.get(at));
                if (at % 1000 == 999) {
                    writer.flush();
                }
            }
        } while (isGoingOn(end));
        writer.finish(SnapshotState.COMPLETE, Reading.NONE);
    }

    private static boolean isGoingOn(long end) {
        if (System.nanoTime() >= end) {
            return false;
        }
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted in a capture", e);
        }
    }

    private static List<Change> changes(int count) {
        List<Item> items = new RandomItems(count).items(count);
        List<Change> changes = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            changes.add(Change.of(number, ChangeKind.ADDED, Optional.empty(), Optional.of(items.get(number - 1)), Set.of(), List.of()));
        }
        return changes;
    }

    private static List<Tag> tags(int first, int count) {
        List<Tag> tags = new ArrayList<>();
        for (int number = first; number < first + count; number++) {
            tags.add(new Tag("pc", Location.file("C:", "file " + number), Sha256.of(), Decision.ACCEPT, "note", "me",
                    Instant.ofEpochSecond(number)));
        }
        return tags;
    }

    /** Crashes at evenly spread moments, so that each place where something is not forced yet has its turn. */
    private void replay(CrashedDisk disk, List<DiskEvent> log, int ways) throws IOException {
        CaseState reported = null;
        long moments = log.stream().filter(event -> !(event instanceof DiskEvent.Reported)).count();
        double due = 0;
        for (int at = 0; at < log.size(); at++) {
            if (log.get(at) instanceof DiskEvent.Reported(CaseState state)) {
                reported = state;
                continue;
            }
            disk.take(log.get(at));
            renames += log.get(at) instanceof DiskEvent.Rename ? 1 : 0;
            due += (double) ways / moments;
            // few moments are between a new name and its force, so none of them is left out
            List<CrashedFile.Way> tries = new ArrayList<>(disk.isRenaming() ? List.of(CrashedFile.Way.values()) : List.of());
            for (; due >= 1 && reported != null; due--) {
                tries.add(CrashedFile.Way.values()[random.nextInt(CrashedFile.Way.values().length)]);
            }
            for (CrashedFile.Way way : tries) {
                amongRenames += disk.isRenaming() ? 1 : 0;
                check(disk.crashed(way, random), way, reported, next(log, at), at);
            }
        }
    }

    private static CaseState next(List<DiskEvent> log, int at) {
        for (DiskEvent event : log.subList(at, log.size())) {
            if (event instanceof DiskEvent.Reported(CaseState state)) {
                return state;
            }
        }
        DiskEvent last = log.reversed().stream().filter(DiskEvent.Reported.class::isInstance).findFirst().orElseThrow();
        return ((DiskEvent.Reported) last).state();
    }

    private void check(Map<String, byte[]> files, CrashedFile.Way way, CaseState reported, CaseState next, int at) throws IOException {
        int before = tried.values().stream().mapToInt(Integer::intValue).sum();
        if (before > 0 && before % WAYS_BETWEEN_REPORTS == 0) {
            System.err.printf("%d ways tried, %d lost%n", before, lost.size());
        }
        tried.merge(way, 1, Integer::sum);
        List<FilePath> left = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            left.add(FilePath.get(CRASHED + file.getKey().substring(file.getKey().indexOf(".mv.db"))));
            try (OutputStream out = left.getLast().newOutputStream(false)) {
                out.write(file.getValue());
            }
        }
        try (CaseFile opened = new CaseOpening(new CasePath(folder.resolve("crashed.mv.db")), CRASHED, Migrations.standard(),
                CaseSchema.standard(), CaseWait.NONE, Operator.UNKNOWN).toWrite()) {
            CaseState found = CaseState.of(opened);
            opened.verifyAll(Progress.NONE);
            if (!found.keeps(reported) || !found.tags().equals(reported.tags()) && !found.tags().equals(next.tags())) {
                lose(files, way, at, "%d of %d snapshots, %d of %d comparisons, %d of %d tags".formatted(found.finished().size(),
                        reported.finished().size(), found.comparisons().size(), reported.comparisons().size(), found.tags().size(),
                        reported.tags().size()));
            }
        } catch (AssayException | IllegalStateException e) {
            lose(files, way, at, e.getMessage());
        } finally {
            left.forEach(FilePath::delete);
        }
    }

    private void lose(Map<String, byte[]> files, CrashedFile.Way way, int at, String what) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(folder.resolve("lost-" + lost.size() + file.getKey().substring(file.getKey().indexOf(".mv.db"))), file.getValue());
        }
        lost.add("%s after event %d: %s".formatted(way, at, what));
    }
}
