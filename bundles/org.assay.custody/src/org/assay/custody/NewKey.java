package org.assay.custody;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A key that is to be made, with a certificate that it signs itself.
 *
 * @param name what its store shall call it
 * @param holder the examiner's name
 * @param organisation may be empty
 * @param days how long the certificate holds from now
 */
public record NewKey(String name, KeyKind kind, String holder, String organisation, int days) {

    private static final int SERIAL_BITS = 127;

    /** Clocks differ: a seal made at once on another machine shall not be older than its key. */
    private static final Duration BEFORE = Duration.ofMinutes(5);

    public NewKey {
        if (name.isBlank() || holder.isBlank()) {
            throw new AssayException(ErrorCode.WRONG_USAGE, "A key needs a name, and the name of the examiner who holds it.");
        }
    }

    /** Makes it. */
    public SigningKey make(Instant now) {
        try {
            KeyPair pair = kind.newPair();
            X500Name subject = subject();
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(subject, new BigInteger(SERIAL_BITS, new SecureRandom()),
                    Date.from(now.minus(BEFORE)), Date.from(now.plus(Duration.ofDays(days))), subject, pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            X509Certificate certificate = new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(kind.signature()).build(pair.getPrivate())));
            return SigningKey.of(name, pair.getPrivate(), List.of(certificate));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new AssayException(ErrorCode.OUTPUT, "The key could not be made: " + e.getMessage() + ".", e);
        }
    }

    private X500Name subject() {
        X500NameBuilder subject = new X500NameBuilder(BCStyle.INSTANCE);
        if (!organisation.isBlank()) {
            subject.addRDN(BCStyle.O, organisation);
        }
        return subject.addRDN(BCStyle.CN, holder).build();
    }
}
