package org.assay.custody;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/** What people call the holder of a certificate. What a certificate says was written by whoever made it. */
public final class KeyNames {

    private KeyNames() {
    }

    /** Name and organisation of the holder, as {@code Ann Example (Example Labs)}; all of the subject where it has no name. */
    public static String of(X509Certificate certificate) {
        X500Name subject = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        String name = first(subject.getRDNs(BCStyle.CN));
        String organisation = first(subject.getRDNs(BCStyle.O));
        return name.isEmpty() ? subject.toString() : name + (organisation.isEmpty() ? "" : " (" + organisation + ")");
    }

    private static String first(RDN[] parts) {
        return parts.length == 0 ? "" : IETFUtils.valueToString(parts[0].getFirst().getValue());
    }

    /** The SHA-256 over the certificate, 64 hexadecimal digits, to be compared over another channel. */
    public static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }
}
