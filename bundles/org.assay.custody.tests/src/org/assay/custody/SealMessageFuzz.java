package org.assay.custody;

import java.time.Instant;
import java.util.List;

import org.assay.model.AssayException;
import org.assay.model.text.Bytes;

/** Fuzz target: whatever stands in a case where a seal or a time stamp should be, reading and judging it ends with an answer. */
public final class SealMessageFuzz {

    private SealMessageFuzz() {
    }

    /** What a fuzzer calls. */
    public static void fuzzerTestOneInput(byte[] input) {
        Bytes bytes = Bytes.copyOf(input);
        SealMessage.read(bytes).ifPresent(message -> {
            Trust.Judgement judgement = new Trust(List.of(message.certificates().getLast()), List.of()).judge(message, message.signed(),
                    false, Instant.EPOCH);
            if (judgement.verdict() == TrustVerdict.TRUSTED && !message.holds()) {
                throw new IllegalStateException("what does not hold is trusted");
            }
        });
        try {
            TimeStamps.Stamped stamped = TimeStamps.read(bytes, bytes);
            new Trust(List.of(stamped.authority()), List.of()).trusts(stamped.certificates(), stamped.time());
        } catch (AssayException _) {
            return;
        }
    }
}
