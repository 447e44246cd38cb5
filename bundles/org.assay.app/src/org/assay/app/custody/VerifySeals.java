package org.assay.app.custody;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.assay.app.Case;
import org.assay.custody.KeyNames;
import org.assay.custody.SealMessage;
import org.assay.custody.Trust;
import org.assay.custody.TrustFiles;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Progress;
import org.assay.model.custody.CustodyAction;
import org.assay.model.custody.CustodyEntry;
import org.assay.model.custody.Seal;
import org.assay.model.custody.SealDifferences;

/**
 * Checks the seals of a case: who signed, and whether everything is as it was signed.
 *
 * @param anchors files with certificates to trust
 * @param revocations files with lists of revoked ones
 * @param deep whether everything in the case is read again as well
 */
public record VerifySeals(List<Path> anchors, List<Path> revocations, boolean deep) {

    /**
     * What was found.
     *
     * @param damage what does not fit the digests of the case, without any seal; empty where everything does, or was not looked at
     */
    public record Outcome(List<SealReport> seals, Optional<String> damage) {

        /** Whether there is a seal, and nothing is wrong with any. */
        public boolean passed() {
            return damage.isEmpty() && !seals.isEmpty() && seals.stream().allMatch(SealReport::passed);
        }
    }

    /** Checks; what does not fit is an outcome, too. */
    public Outcome run(Case openCase, Progress progress) {
        Trust trust = TrustFiles.read(anchors, revocations);
        List<SealReport> reports = openCase.seals().stream().map(seal -> report(openCase, seal, trust)).toList();
        return new Outcome(reports, deep ? damage(openCase, progress) : Optional.empty());
    }

    private static Optional<String> damage(Case openCase, Progress progress) {
        try {
            openCase.verifyAll(progress);
            return Optional.empty();
        } catch (AssayException e) {
            if (e.code() != ErrorCode.CASE_FILE) {
                throw e;
            }
            return Optional.of(e.getMessage());
        }
    }

    private static SealReport report(Case openCase, Seal seal, Trust trust) {
        return SealMessage.read(seal.message()).map(message -> report(openCase, seal, message, trust))
                .orElseGet(() -> new SealReport(seal, "", "", "the message is no seal that can be read", false,
                        List.of("the message of seal " + seal.id()), List.of()));
    }

    private static SealReport report(Case openCase, Seal seal, SealMessage message, Trust trust) {
        SealTime time = SealTime.of(seal, message, trust);
        Trust.Judgement judgement = trust.judge(message, time.at(), time.proven(), Instant.now());
        String signer = KeyNames.of(judgement.certificate());
        SealDifferences found = openCase.differences(seal.snapshot(), message.statement());
        List<String> differences = new ArrayList<>(message.holds() ? found.differences()
                : List.of("the message of seal " + seal.id() + ": its signature does not hold"));
        if (!message.signed().equals(seal.sealed())) {
            differences.add("the time of seal " + seal.id() + " is not the one that was signed, " + message.signed());
        }
        differences.addAll(time.differences());
        List<String> trusted = new ArrayList<>(List.of(judgement.verdict().words() + " " + signer + ", certificate "
                + KeyNames.fingerprint(judgement.certificate())));
        trusted.addAll(judgement.detail());
        trusted.addAll(time.sentences());
        return new SealReport(seal, signer, KeyNames.fingerprint(judgement.certificate()), String.join("; ", trusted),
                judgement.verdict().passed(), differences, found.since().stream().filter(entry -> !isOfSealing(entry, seal)).toList());
    }

    /** That the case was opened, and was sealed, says nothing that the seal would have to cover. */
    private static boolean isOfSealing(CustodyEntry entry, Seal seal) {
        return entry.action() == CustodyAction.OPENED
                || (entry.action() == CustodyAction.SEALED || entry.action() == CustodyAction.TIME_STAMPED) && entry.subject().id().equals(
                OptionalLong.of(seal.id()));
    }
}
