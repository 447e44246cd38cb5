package org.assay.custody;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.text.Bytes;
import org.assay.model.text.Visible;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;

/** A key from a file that another program wrote. */
public final class ImportedKey {

    private ImportedKey() {
    }

    /**
     * Reads PKCS#12 with one key, or PEM with a key and its certificates, that of the key first.
     *
     * @param name what it is to be called
     */
    public static SigningKey read(String name, Path file, Password password) {
        return isPem(file) ? ofPem(name, file, password) : ofPkcs12(name, file, password);
    }

    private static boolean isPem(Path file) {
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            char[] head = new char[4096];
            int read = in.read(head);
            return read > 0 && new String(head, 0, read).contains("-----BEGIN ");
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static SigningKey ofPkcs12(String name, Path file, Password password) {
        SigningKey key = KeyFile.open(file, password).keys().key("", password);
        return SigningKey.of(name, key.key(), key.chain());
    }

    private static SigningKey ofPem(String name, Path file, Password password) {
        Optional<PrivateKeyInfo> key = Optional.empty();
        List<X509Certificate> chain = new ArrayList<>();
        try (PEMParser parser = new PEMParser(Files.newBufferedReader(file, StandardCharsets.ISO_8859_1))) {
            for (Object part = parser.readObject(); part != null; part = parser.readObject()) {
                switch (part) {
                    case PrivateKeyInfo plain -> key = Optional.of(plain);
                    case PEMKeyPair pair -> key = Optional.of(pair.getPrivateKeyInfo());
                    case PKCS8EncryptedPrivateKeyInfo locked -> key = Optional.of(locked.decryptPrivateKeyInfo(
                            // The platform does not know the padding by the name that is asked for.
                            new JceOpenSSLPKCS8DecryptorProviderBuilder().setProvider(new BouncyCastleProvider())
                                    .build(password.characters())));
                    case X509CertificateHolder holder -> chain.add(new JcaX509CertificateConverter().getCertificate(holder));
                    // Parameters of curves and the like stand beside keys and are not needed.
                    default -> { }
                }
            }
        } catch (IOException | GeneralSecurityException | PKCSException | OperatorCreationException e) {
            throw unreadable(file, e);
        }
        if (key.isEmpty() || chain.isEmpty()) {
            throw new AssayException(ErrorCode.WRONG_USAGE, "The file " + Visible.text(file.toString())
                    + " must hold a private key and the certificate for it, both in PEM. What an authority signed for a key that the key"
                    + " file has is imported under the name of that key.");
        }
        return SigningKey.of(name, fitting(key.get(), chain.getFirst(), file), chain);
    }

    private static PrivateKey fitting(PrivateKeyInfo info, X509Certificate certificate, Path file) {
        try {
            SigningKey key = SigningKey.of("", new JcaPEMKeyConverter().getPrivateKey(info), List.of(certificate));
            byte[] proof = {1};
            Bytes signed = SealMessage.sign(proof, key, certificate.getNotBefore().toInstant());
            if (SealMessage.read(signed).filter(SealMessage::holds).isEmpty()) {
                throw new AssayException(ErrorCode.WRONG_USAGE, "In " + Visible.text(file.toString())
                        + " the first certificate is not that of the private key. Put it first.");
            }
            return key.key();
        } catch (PEMException e) {
            throw unreadable(file, e);
        }
    }

    private static AssayException unreadable(Path file, Exception e) {
        return new AssayException(ErrorCode.SOURCE, "The key in " + Visible.text(file.toString())
                + " cannot be read, or its password is another one: " + Visible.text(String.valueOf(e.getMessage())) + ".", e);
    }
}
