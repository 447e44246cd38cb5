package org.assay.app.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.assay.custody.KeyKind;
import org.assay.custody.NewKey;
import org.assay.custody.SealMessage;
import org.assay.model.custody.Seal;
import org.assay.model.custody.SealDifferences;
import org.assay.model.text.Bytes;
import org.junit.jupiter.api.Test;

/** Of a baseline it is said when it has no seal, or is not what was sealed. */
class SealRemarksTest {

    private static final Instant NOW = Instant.now();

    private static final Bytes MESSAGE = SealMessage.sign(new byte[] {1},
            new NewKey("k", KeyKind.ED25519, "Ann \u202e", "", 1).make(NOW), NOW);

    private static List<String> remarks(Bytes message, String... differences) {
        return SealRemarks.of(1, List.of(new Seal(4, 1, NOW, message, Optional.empty())),
                (_, _) -> new SealDifferences(List.of(differences), List.of()));
    }

    @Test
    void aSealThatHoldsSaysNothing() {
        assertEquals(List.of(), remarks(MESSAGE));
    }

    @Test
    void whatIsNotAsItWasSealedIsSaid() {
        assertEquals(List.of("the case is not what Ann \\u{202e} sealed with snapshot 1, the baseline: one, and 1 more, which a check"
                + " of the seals lists"), remarks(MESSAGE, "one", "two"));
    }

    @Test
    void aSignatureThatDoesNotHoldIsSaid() {
        byte[] altered = MESSAGE.toArray();
        altered[altered.length - 1] ^= 1;
        assertEquals(List.of("the signature of seal 4 over the baseline, snapshot 1, does not hold"), remarks(Bytes.copyOf(altered)));
    }

    @Test
    void theStateOfASealIsToldWithItsSigner() {
        List<Seal> seals = List.of(new Seal(4, 1, NOW, MESSAGE, Optional.empty()), new Seal(5, 1, NOW, Bytes.EMPTY, Optional.empty()));
        Instant signed = NOW.truncatedTo(ChronoUnit.SECONDS);
        assertEquals(List.of("seal 4 by Ann \\u{202e} at " + signed + ", as it was signed", "seal 5: its signature does not hold"),
                SealRemarks.states(1, seals, (_, _) -> new SealDifferences(List.of(), List.of())));
        assertEquals("seal 4 by Ann \\u{202e} at " + signed + ": ALTERED since",
                SealRemarks.states(1, seals, (_, _) -> new SealDifferences(List.of("one"), List.of())).getFirst());
        assertEquals(List.of(), SealRemarks.states(2, seals, (_, _) -> new SealDifferences(List.of(), List.of())));
    }

    @Test
    void aBaselineWithoutASealIsNotSealed() {
        assertEquals(List.of("the baseline, snapshot 2, is not sealed"), SealRemarks.of(2,
                List.of(new Seal(4, 1, NOW, MESSAGE, Optional.empty())), (_, _) -> new SealDifferences(List.of(), List.of())));
    }
}
