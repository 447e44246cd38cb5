package org.assay.content;

import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.assay.model.item.Signature;
import org.assay.model.item.SignatureStatus;
import org.assay.model.text.Bytes;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.Time;

/**
 * What is signed of a catalogue: a CertificateTrustList (Microsoft, "Certificate Trust List Format") whose subjects are files. Each has a
 * SpcIndirectDataContent with its digest among its attributes; where it has none, its identifier is the digest, as bytes or as digits.
 */
final class CatalogueList implements SignedMessage.SignedContent {

    /** szOID_CTL. */
    private static final ASN1ObjectIdentifier TRUST_LIST = new ASN1ObjectIdentifier("1.3.6.1.4.1.311.10.1");
    /** szOID_CATALOG_LIST: what the list is for. */
    private static final ASN1ObjectIdentifier FOR_FILES = new ASN1ObjectIdentifier("1.3.6.1.4.1.311.12.1.1");
    private static final Set<Integer> DIGEST_LENGTHS = Set.of(20, 32);
    private static final Pattern DIGITS = Pattern.compile("([0-9A-Fa-f]{40}|[0-9A-Fa-f]{64})\0?");

    private final Set<Bytes> members = new HashSet<>();

    @Override
    public String check(ASN1ObjectIdentifier type, ASN1Encodable content) throws SignatureProblemException {
        if (!TRUST_LIST.equals(type)) {
            throw SignatureProblemException.unreadable("The signed content is not the list of a catalogue.");
        }
        ASN1Sequence list = ASN1Sequence.getInstance(content);
        int at = list.getObjectAt(0) instanceof ASN1Integer ? 1 : 0;
        if (!holds(ASN1Sequence.getInstance(list.getObjectAt(at++)), FOR_FILES)) {
            throw SignatureProblemException.unreadable("The signed list is not one of files.");
        }
        at += list.getObjectAt(at) instanceof ASN1OctetString ? 1 : 0;
        at += list.getObjectAt(at) instanceof ASN1Integer ? 1 : 0;
        Time.getInstance(list.getObjectAt(at++));
        at += list.getObjectAt(at) instanceof ASN1Sequence ? 0 : 1;
        ASN1Sequence.getInstance(list.getObjectAt(at++));
        if (at < list.size() && list.getObjectAt(at) instanceof ASN1Sequence subjects) {
            for (Enumeration<?> each = subjects.getObjects(); each.hasMoreElements(); ) {
                member(ASN1Sequence.getInstance(each.nextElement())).ifPresent(members::add);
            }
        }
        return "";
    }

    /** What was listed, of a catalogue with this signature. */
    Set<Bytes> members(Signature signature) {
        return signature.status() == SignatureStatus.VALID ? members : Set.of();
    }

    private static boolean holds(ASN1Sequence usage, ASN1ObjectIdentifier one) {
        for (ASN1Encodable use : usage) {
            if (one.equals(use)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Bytes> member(ASN1Sequence subject) {
        if (subject.size() > 1) {
            for (ASN1Encodable each : ASN1Set.getInstance(subject.getObjectAt(1))) {
                ASN1Sequence attribute = ASN1Sequence.getInstance(each);
                if (ProgramDigest.INDIRECT_DATA.equals(attribute.getObjectAt(0))) {
                    ASN1Encodable value = ASN1Set.getInstance(attribute.getObjectAt(1)).getObjectAt(0);
                    return Optional.of(Bytes.copyOf(ProgramDigest.of(value).getDigest()));
                }
            }
        }
        byte[] identifier = ASN1OctetString.getInstance(subject.getObjectAt(0)).getOctets();
        String digits = new String(identifier, StandardCharsets.UTF_16LE);
        return DIGEST_LENGTHS.contains(identifier.length) ? Optional.of(Bytes.copyOf(identifier))
                : DIGITS.matcher(digits).matches() ? Optional.of(Bytes.ofHex(digits.replace("\0", ""))) : Optional.empty();
    }
}
