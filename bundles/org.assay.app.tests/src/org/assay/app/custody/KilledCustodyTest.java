package org.assay.app.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.assay.app.Case;
import org.assay.model.Progress;
import org.assay.model.snapshot.Environment;
import org.assay.model.snapshot.Reading;
import org.assay.model.snapshot.Role;
import org.assay.model.snapshot.SnapshotState;
import org.assay.store.CaseFile;
import org.assay.store.SnapshotWriter;
import org.assay.testkit.ChildJvm;
import org.assay.testkit.Items;

/**
 * Seals, merges, packs and copies that are killed at any moment: the case is whole and has all that was reported as done, what has the name
 * of a pack or a copy is a whole one. {@code -Dassay.kills=N} kills more often.
 */
class KilledCustodyTest {

    private static final int KILLS = Integer.getInteger("assay.kills", 5);
    private static final int LINES_AT_MOST = 6;
    private static final int MILLIS_AT_MOST = 400;

    @TempDir
    Path folder;

    private final Map<String, Long> reported = new TreeMap<>();

    @BeforeEach
    void makeCasesAndAKey() {
        makeCase("case", "host-0", 1000);
        for (int number = 1; number <= KILLS; number++) {
            makeCase("other-" + number, "host-" + number, 500);
        }
        char[] password = CustodyUser.PASSWORD.toCharArray();
        new Keys(folder.resolve("keys.p12")).create("ann", true, "Ann", "", 10, password.clone());
        new HeldKeys(new KeyPlace.InFile(folder.resolve("keys.p12"))).export(Optional.empty(), false, folder.resolve("ann.pem"), password);
    }

    private void makeCase(String name, String host, int items) {
        try (CaseFile made = CaseFile.create(folder.resolve(name));
                SnapshotWriter writer = made.newSnapshot(host, Role.BASELINE, "", List.of(), Environment.UNKNOWN, List.of())) {
            for (int item = 0; item < items; item++) {
                writer.item(Items.file("C:/%06d".formatted(item), host + item));
            }
            writer.finish(SnapshotState.COMPLETE, Reading.NONE);
        }
    }

    @Test
    void whateverIsKilledTheCaseIsWholeAndWhatHasANameIsWhole() throws Exception {
        Random random = new Random(23);
        for (int kill = 0; kill < KILLS; kill++) {
            Process user = ChildJvm.start(List.of(Case.class), CustodyUser.class, folder.toString());
            try (BufferedReader said = user.inputReader()) {
                for (int lines = random.nextInt(LINES_AT_MOST); lines >= 0; lines--) {
                    note(said.readLine());
                }
                Thread.sleep(random.nextInt(MILLIS_AT_MOST));
                // Process.destroyForcibly closes what it said, too.
                user.toHandle().destroyForcibly();
                user.waitFor();
                said.lines().forEach(this::note);
            }
            check();
        }
        assertTrue(reported.keySet().containsAll(List.of("hosts", "seals")), reported::toString);
    }

    private void note(String line) {
        String[] parts = line.split(" ");
        reported.put(parts[0], Long.parseLong(parts[1]));
    }

    private void check() throws IOException {
        try (Case openCase = Case.open(folder.resolve("case"))) {
            openCase.verifyAll(Progress.NONE);
            openCase.verifyLog();
            assertTrue(openCase.seals().size() >= reported.getOrDefault("seals", 0L), reported::toString);
            assertTrue(openCase.hosts().size() >= reported.getOrDefault("hosts", 0L), reported::toString);
            assertTrue(new VerifySeals(List.of(folder.resolve("ann.pem")), List.of(), false).run(openCase, Progress.NONE).passed());
        }
        for (String what : List.of("pack", "copy")) {
            long last = reported.getOrDefault(what.equals("pack") ? "packs" : "copies", 0L);
            String name = what + "-" + last + (what.equals("pack") ? "" : ".mv.db");
            assertTrue(last == 0 || Files.exists(folder.resolve(name)), name);
        }
        try (Stream<Path> there = Files.list(folder)) {
            for (Path file : there.toList()) {
                String name = file.getFileName().toString();
                if (name.matches("pack-\\d+")) {
                    requireWhole(new UnpackCase(file, folder.resolve("unpacked"), Optional.of(new KeyArguments(
                            new KeyPlace.InFile(folder.resolve("keys.p12")), ""))).run(CustodyUser.PASSWORD.toCharArray()).file());
                    remove(folder.resolve("unpacked.mv.db"));
                    remove(file);
                    reported.remove("packs");
                } else if (name.matches("copy-\\d+\\.mv\\.db")) {
                    requireWhole(file);
                    remove(file);
                    reported.remove("copies");
                }
            }
        }
    }

    private static void requireWhole(Path file) {
        try (Case whole = Case.open(file)) {
            whole.verifyAll(Progress.NONE);
            whole.verifyLog();
            assertEquals(SnapshotState.COMPLETE, whole.snapshot(1).state());
        }
    }

    private static void remove(Path file) throws IOException {
        Files.delete(file);
        Files.deleteIfExists(Path.of(file + ".anchor"));
    }
}
