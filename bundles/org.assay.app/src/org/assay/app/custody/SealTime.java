package org.assay.app.custody;

import java.time.Instant;
import java.util.List;

import org.assay.custody.KeyNames;
import org.assay.custody.SealMessage;
import org.assay.custody.TimeStamps;
import org.assay.custody.Trust;
import org.assay.model.AssayException;
import org.assay.model.custody.Seal;

/**
 * When a seal was made.
 *
 * @param at as an authority says that is trusted; else as the signer's clock had it
 * @param proven whether an authority says it
 * @param sentences who says it, without a full stop
 * @param differences what is wrong with a time stamp, without a full stop
 */
record SealTime(Instant at, boolean proven, List<String> sentences, List<String> differences) {

    static SealTime of(Seal seal, SealMessage message, Trust trust) {
        if (seal.timeStamp().isEmpty()) {
            return new SealTime(message.signed(), false, List.of("no authority says when"), List.of());
        }
        try {
            TimeStamps.Stamped stamped = TimeStamps.read(seal.timeStamp().get(), seal.message());
            return stamped.holds() ? of(message, stamped, trust) : altered(seal, message);
        } catch (AssayException _) {
            // what no longer is a time stamp was one when it was stored
            return altered(seal, message);
        }
    }

    private static SealTime of(SealMessage message, TimeStamps.Stamped stamped, Trust trust) {
        boolean trusted = trust.trusts(stamped.certificates(), stamped.time());
        return new SealTime(trusted ? stamped.time() : message.signed(), trusted, List.of("there at " + stamped.time() + ", says "
                + (trusted ? "" : "an authority that is not trusted, by the name of ") + KeyNames.of(stamped.authority())), List.of());
    }

    private static SealTime altered(Seal seal, SealMessage message) {
        return new SealTime(message.signed(), false, List.of(), List.of("the time stamp of seal " + seal.id()
                + " is not one about its message, or its signature does not hold"));
    }
}
