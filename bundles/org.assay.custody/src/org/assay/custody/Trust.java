package org.assay.custody;

import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whom to trust.
 *
 * @param anchors certificates that are trusted: those of examiners, or of authorities that vouch for them
 * @param revocations lists of keys that whoever vouched for them took back
 */
public record Trust(List<X509Certificate> anchors, List<X509CRL> revocations) {

    /**
     * What is known of a signer.
     *
     * @param certificate that of the key, as the message has it
     * @param detail more, as sentences without a full stop; may be empty
     */
    public record Judgement(TrustVerdict verdict, X509Certificate certificate, List<String> detail) {
    }

    /**
     * Judges who signed {@code message}.
     *
     * @param at when it was signed for sure, such as a time stamp says; else what the signer's clock said
     * @param proven whether {@code at} is more than what the signer's clock said: what was revoked later held then
     * @param now decides only what is said besides
     */
    public Judgement judge(SealMessage message, Instant at, boolean proven, Instant now) {
        X509Certificate signer = message.certificates().getFirst();
        List<String> detail = new ArrayList<>();
        if (signer.getNotAfter().toInstant().isBefore(now) && holdsAt(signer, at)) {
            detail.add("its certificate held then and expired at " + signer.getNotAfter().toInstant());
        }
        return new Judgement(verdict(message, signer, at, proven, detail), signer, detail);
    }

    /**
     * Whether a certificate is trusted, held at that time, and is not revoked.
     *
     * @param certificates that one, then those that vouch for it
     */
    public boolean trusts(List<X509Certificate> certificates, Instant at) {
        X509Certificate first = certificates.getFirst();
        return (anchors.contains(first) || leadsToAnchor(certificates, at)) && holdsAt(first, at)
                && !isRevoked(certificates, at, false, new ArrayList<>());
    }

    private TrustVerdict verdict(SealMessage message, X509Certificate signer, Instant at, boolean proven,
            List<String> detail) {
        if (!message.holds()) {
            return TrustVerdict.BROKEN;
        }
        boolean itself = anchors.contains(signer);
        if (!itself && !leadsToAnchor(message.certificates(), at)) {
            if (!holdsAt(signer, at) && leadsToAnchor(message.certificates(), middle(signer))) {
                detail.add(held(signer));
                return TrustVerdict.EXPIRED;
            }
            return TrustVerdict.UNKNOWN_KEY;
        }
        if (!holdsAt(signer, at)) {
            detail.add(held(signer));
            return TrustVerdict.EXPIRED;
        }
        return isRevoked(message.certificates(), at, proven, detail) ? TrustVerdict.REVOKED : TrustVerdict.TRUSTED;
    }

    private static String held(X509Certificate signer) {
        return "its certificate held from " + signer.getNotBefore().toInstant() + " to " + signer.getNotAfter().toInstant();
    }

    private static boolean holdsAt(X509Certificate certificate, Instant at) {
        return !at.isBefore(certificate.getNotBefore().toInstant()) && !at.isAfter(certificate.getNotAfter().toInstant());
    }

    private static Instant middle(X509Certificate certificate) {
        return Instant.ofEpochMilli((certificate.getNotBefore().getTime() + certificate.getNotAfter().getTime()) / 2);
    }

    private boolean leadsToAnchor(List<X509Certificate> certificates, Instant at) {
        if (anchors.isEmpty()) {
            return false;
        }
        try {
            PKIXParameters parameters = new PKIXParameters(anchors.stream().map(anchor -> new TrustAnchor(anchor, null))
                    .collect(Collectors.toSet()));
            parameters.setDate(Date.from(at));
            parameters.setRevocationEnabled(false);
            CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(path(certificates));
            CertPathValidator.getInstance("PKIX").validate(path, parameters);
            return true;
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    /** The certificates from the signer's on, each followed by that of who issued it, up to an anchor. */
    private List<X509Certificate> path(List<X509Certificate> certificates) {
        List<X509Certificate> path = new ArrayList<>(certificates.subList(0, 1));
        List<X509Certificate> left = new ArrayList<>(certificates.subList(1, certificates.size()));
        while (anchors.stream().noneMatch(anchor -> issued(anchor, path.getLast()))) {
            List<X509Certificate> next = left.stream().filter(one -> issued(one, path.getLast())).toList();
            if (next.isEmpty()) {
                break;
            }
            path.add(next.getFirst());
            left.remove(next.getFirst());
        }
        return path;
    }

    private static boolean issued(X509Certificate issuer, X509Certificate certificate) {
        return issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    private boolean isRevoked(List<X509Certificate> certificates, Instant at, boolean proven, List<String> detail) {
        Set<X509Certificate> issuers = Stream.concat(certificates.stream(), anchors.stream()).collect(Collectors.toSet());
        for (X509Certificate certificate : certificates) {
            for (X509CRL list : revocations) {
                X509CRLEntry entry = list.getRevokedCertificate(certificate.getSerialNumber());
                if (entry != null && list.getIssuerX500Principal().equals(certificate.getIssuerX500Principal())
                        && issuers.stream().anyMatch(issuer -> signed(issuer, list))) {
                    Instant since = entry.getRevocationDate().toInstant();
                    boolean later = since.isAfter(at);
                    detail.add("the key of " + KeyNames.of(certificate) + " was revoked as of " + since + (!later ? ""
                            : proven ? ", after it signed" : ", after the time of signing, but only a time stamp would prove that"));
                    return !later || !proven;
                }
            }
        }
        return false;
    }

    private static boolean signed(X509Certificate issuer, X509CRL list) {
        try {
            list.verify(issuer.getPublicKey());
            return issuer.getSubjectX500Principal().equals(list.getIssuerX500Principal());
        } catch (GeneralSecurityException _) {
            return false;
        }
    }
}
