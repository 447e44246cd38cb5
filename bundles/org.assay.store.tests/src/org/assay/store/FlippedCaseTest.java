package org.assay.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Progress;
import org.assay.model.casefile.StoredDigest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A case that holds everything, with damage anywhere in its file: it is refused, the damage is named, or it holds exactly what it held. How
 * many ways are tried the system property {@code assay.flips} says.
 */
class FlippedCaseTest {

    private static final int WAYS = Integer.getInteger("assay.flips", 120);

    private static final int PAGE_LENGTH = 4096;

    private enum Damage {
        A_BIT,
        SOME_BYTES,
        A_PAGE_OF_ZEROS,
        CUT_OFF
    }

    private enum Outcome {
        REFUSED,
        NAMED,
        THE_SAME,
        /** It fits a digest of its own, which is another than that which was written down. */
        AN_EARLIER_STATE
    }

    @TempDir
    Path folder;

    private Path path;
    private byte[] whole;
    private byte[] dump;
    private StoredDigest digest;

    @BeforeEach
    void createCase() throws IOException {
        path = FullCase.create(folder);
        whole = Files.readAllBytes(path);
        try (CaseFile opened = CaseFile.openToRead(path)) {
            digest = opened.verifyAll(Progress.NONE);
            dump = dump(opened);
        }
    }

    @Test
    void damageIsRefusedOrNamedOrOfNoConsequence() throws IOException {
        Random random = new Random(WAYS);
        Map<Damage, Map<Outcome, Integer>> table = new EnumMap<>(Damage.class);
        for (int way = 0; way < WAYS; way++) {
            Damage damage = Damage.values()[way % Damage.values().length];
            Files.write(path, damaged(damage, random));
            Outcome outcome = outcome();
            table.computeIfAbsent(damage, _ -> new EnumMap<>(Outcome.class)).merge(outcome, 1, Integer::sum);
        }
        System.out.println("damaged in " + WAYS + " ways: " + table);
    }

    private byte[] damaged(Damage damage, Random random) {
        byte[] bytes = whole.clone();
        switch (damage) {
            case A_BIT -> bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            case SOME_BYTES -> {
                for (int count = 1 + random.nextInt(20); count > 0; count--) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
                }
            }
            case A_PAGE_OF_ZEROS -> {
                int page = PAGE_LENGTH * random.nextInt(bytes.length / PAGE_LENGTH);
                Arrays.fill(bytes, page, page + PAGE_LENGTH, (byte) 0);
            }
            case CUT_OFF -> {
                return Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length - 1));
            }
        }
        return bytes;
    }

    private Outcome outcome() {
        try (CaseFile opened = CaseFile.openToRead(path)) {
            return outcome(opened);
        } catch (AssayException e) {
            assertEquals(ErrorCode.CASE_FILE, e.code(), e.toString());
            return Outcome.REFUSED;
        }
    }

    private Outcome outcome(CaseFile opened) {
        try {
            StoredDigest found = opened.verifyAll(Progress.NONE);
            if (!found.digest().equals(digest.digest())) {
                assertTrue(found.generation() < digest.generation(), found.toString());
                return Outcome.AN_EARLIER_STATE;
            }
            assertArrayEquals(dump, dump(opened));
            return Outcome.THE_SAME;
        } catch (AssayException e) {
            assertEquals(ErrorCode.CASE_FILE, e.code(), e.toString());
            return Outcome.NAMED;
        }
    }

    private static byte[] dump(CaseFile opened) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        opened.dump(out);
        return out.toByteArray();
    }
}
