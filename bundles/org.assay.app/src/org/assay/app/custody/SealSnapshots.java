package org.assay.app.custody;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import org.assay.app.Case;
import org.assay.custody.KeyNames;
import org.assay.custody.SealMessage;
import org.assay.custody.SigningKey;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.snapshot.Snapshot;

/** Signs what snapshots are, with the state of the whole case and the end of its custody log. Each is verified first. */
public record SealSnapshots(List<Long> snapshots, KeyArguments key) {

    /** A seal that was made. */
    public record Sealed(long seal, long snapshot, String signer) {
    }

    /** Seals one after the other; fails before the first where one of them is not finished, or does not fit its digests. */
    public List<Sealed> run(Case openCase, char[] password) {
        for (long snapshot : snapshots) {
            requireWhole(openCase.snapshot(snapshot));
            openCase.verify(snapshot);
        }
        openCase.verifyLog();
        SigningKey signer = key.unlock(password);
        List<Sealed> sealed = new ArrayList<>();
        for (long snapshot : snapshots) {
            Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            long seal = openCase.addSeal(snapshot, SealMessage.sign(openCase.statement(snapshot), signer, now), now,
                    "snapshot %d, by %s, certificate %s".formatted(snapshot, KeyNames.of(signer.certificate()),
                            KeyNames.fingerprint(signer.certificate())));
            sealed.add(new Sealed(seal, snapshot, KeyNames.of(signer.certificate())));
        }
        return sealed;
    }

    private static void requireWhole(Snapshot snapshot) {
        if (!snapshot.state().isWhole()) {
            throw new AssayException(ErrorCode.WRONG_USAGE, "Snapshot " + snapshot.id() + " is " + snapshot.state()
                    + ": only one whose capture ended can be sealed. Resume it first.");
        }
    }
}
