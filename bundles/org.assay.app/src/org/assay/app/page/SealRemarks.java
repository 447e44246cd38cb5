package org.assay.app.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.assay.custody.KeyNames;
import org.assay.custody.SealMessage;
import org.assay.model.custody.Seal;
import org.assay.model.custody.SealDifferences;
import org.assay.model.text.Visible;

/** What is to be said of the seals of a baseline, whoever is trusted: that it has none, or is not what was signed. */
public final class SealRemarks {

    /** Holds what was signed of a snapshot against what the case has now. */
    @FunctionalInterface
    public interface Check {
        SealDifferences of(long snapshot, byte[] statement);
    }

    private SealRemarks() {
    }

    /** A sentence without a full stop each; none where the baseline is as its seals say. */
    public static List<String> of(long baseline, List<Seal> seals, Check check) {
        List<Seal> own = seals.stream().filter(seal -> seal.snapshot() == baseline).toList();
        if (own.isEmpty()) {
            return List.of("the baseline, snapshot " + baseline + ", is not sealed");
        }
        List<String> remarks = new ArrayList<>();
        for (Seal seal : own) {
            Optional<SealMessage> message = holding(seal);
            if (message.isEmpty()) {
                remarks.add("the signature of seal " + seal.id() + " over the baseline, snapshot " + baseline + ", does not hold");
            } else {
                List<String> differences = check.of(baseline, message.get().statement()).differences();
                if (!differences.isEmpty()) {
                    remarks.add("the case is not what " + Visible.text(KeyNames.of(message.get().certificates().getFirst()))
                            + " sealed with snapshot " + baseline + ", the baseline: " + differences.getFirst()
                            + (differences.size() == 1 ? ""
                                    : ", and " + (differences.size() - 1) + " more, which a check of the seals lists"));
                }
            }
        }
        return remarks;
    }

    /** What is known of each seal over a snapshot, whoever is trusted; safe to show. */
    public static List<String> states(long snapshot, List<Seal> seals, Check check) {
        return seals.stream().filter(seal -> seal.snapshot() == snapshot).map(seal -> "seal " + seal.id() + holding(seal)
                .map(message -> " by " + Visible.text(KeyNames.of(message.certificates().getFirst())) + " at " + message.signed()
                        + (check.of(snapshot, message.statement()).isWhole() ? ", as it was signed" : ": ALTERED since"))
                .orElse(": its signature does not hold")).toList();
    }

    private static Optional<SealMessage> holding(Seal seal) {
        return SealMessage.read(seal.message()).filter(SealMessage::holds);
    }
}
