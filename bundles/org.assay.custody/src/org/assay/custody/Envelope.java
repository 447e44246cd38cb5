package org.assay.custody;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.util.List;
import java.util.Optional;

import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.PasswordRecipient;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JcePasswordRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.bouncycastle.operator.jcajce.JcaAlgorithmParametersConverter;

/**
 * Whom something is encrypted for: CMS AuthEnvelopedData (RFC 5083) with AES-256 in GCM (RFC 5084), which every holder of one of the keys,
 * or of the password, opens, with Assay or with {@code openssl cms -decrypt}.
 *
 * @param certificates of those who are to open it, with an RSA key or one on an elliptic curve
 * @param password what opens it, too
 */
public record Envelope(List<X509Certificate> certificates, Optional<Password> password) {

    /** What one try of a password costs: so many rounds of HMAC-SHA-256 (PBKDF2, RFC 8018). */
    static final int ROUNDS = 1_000_000;

    /** The provider that streams GCM when it decrypts; that of the JDK holds everything in memory until the end. */
    static final Provider PROVIDER = new BouncyCastleProvider();

    private static final int SALT_BYTES = 32;
    private static final int CHUNK_BYTES = 1 << 16;

    public Envelope {
        certificates = List.copyOf(certificates);
        if (certificates.isEmpty() && password.isEmpty()) {
            throw new AssayException(ErrorCode.WRONG_USAGE, "Name a certificate or give a password: nobody could open it.");
        }
        certificates.forEach(Envelope::require);
        password.filter(secret -> secret.characters().length == 0).ifPresent(_ -> {
            throw new AssayException(ErrorCode.WRONG_USAGE, "The password is empty: everybody could open it. Give another one.");
        });
    }

    private static void require(X509Certificate certificate) {
        if (!(certificate.getPublicKey() instanceof RSAPublicKey || certificate.getPublicKey() instanceof ECPublicKey)) {
            throw new AssayException(ErrorCode.WRONG_USAGE, "The key of " + KeyNames.of(certificate) + " ("
                    + certificate.getPublicKey().getAlgorithm() + ") only signs: nothing can be encrypted for it. Ask for a"
                    + " certificate with an RSA key or one on an elliptic curve, as a new key of Assay has.");
        }
        try {
            certificate.checkValidity();
        } catch (GeneralSecurityException e) {
            throw new AssayException(ErrorCode.WRONG_USAGE, "The certificate of " + KeyNames.of(certificate) + " holds from "
                    + certificate.getNotBefore().toInstant() + " to " + certificate.getNotAfter().toInstant()
                    + ". Ask for one that holds now.", e);
        }
    }

    /** Encrypts what is written to the stream that it gives; closing that one ends the message and leaves {@code out} open. */
    public OutputStream seal(OutputStream out) throws IOException {
        try {
            CMSAuthEnvelopedDataStreamGenerator generator = new CMSAuthEnvelopedDataStreamGenerator();
            generator.setBufferSize(CHUNK_BYTES);
            for (X509Certificate certificate : certificates) {
                generator.addRecipientInfoGenerator(recipient(certificate));
            }
            password.ifPresent(secret -> generator.addRecipientInfoGenerator(recipient(secret)));
            return generator.open(out, (OutputAEADEncryptor) new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_GCM)
                    .setProvider(PROVIDER).build());
        } catch (CMSException | GeneralSecurityException e) {
            throw new IOException("it cannot be encrypted: " + e.getMessage(), e);
        }
    }

    private static RecipientInfoGenerator recipient(X509Certificate certificate) throws GeneralSecurityException {
        PublicKey key = certificate.getPublicKey();
        if (key instanceof RSAPublicKey) {
            return new JceKeyTransRecipientInfoGenerator(certificate, new JcaAlgorithmParametersConverter().getAlgorithmIdentifier(
                    PKCSObjectIdentifiers.id_RSAES_OAEP, new OAEPParameterSpec("SHA-256", "MGF1",
                            MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT))).setProvider(PROVIDER);
        }
        KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC", PROVIDER);
        pairs.initialize(new ECGenParameterSpec(ASN1ObjectIdentifier.getInstance(
                SubjectPublicKeyInfo.getInstance(key.getEncoded()).getAlgorithm().getParameters()).getId()));
        KeyPair once = pairs.generateKeyPair();
        JceKeyAgreeRecipientInfoGenerator recipient = new JceKeyAgreeRecipientInfoGenerator(CMSAlgorithm.ECDH_SHA256KDF,
                once.getPrivate(), once.getPublic(), CMSAlgorithm.AES256_WRAP);
        return recipient.addRecipient(certificate).setProvider(PROVIDER);
    }

    private static RecipientInfoGenerator recipient(Password password) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return new JcePasswordRecipientInfoGenerator(CMSAlgorithm.AES256_CBC, password.characters()).setProvider(PROVIDER)
                .setPasswordConversionScheme(PasswordRecipient.PKCS5_SCHEME2_UTF8).setPRF(PasswordRecipient.PRF.HMacSHA256)
                .setSaltAndIterationCount(salt, ROUNDS);
    }
}
