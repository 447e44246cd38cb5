package org.assay.app.custody;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

import org.assay.custody.ImportedKey;
import org.assay.custody.KeyFile;
import org.assay.custody.KeyKind;
import org.assay.custody.NewKey;
import org.assay.custody.Password;
import org.assay.custody.SigningKey;
import org.assay.custody.TrustFiles;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.text.Visible;

/**
 * Puts keys into an examiner's key file. Passwords are given as characters, which are overwritten.
 *
 * @param file a PKCS#12 file
 */
public record Keys(Path file) {

    /** Makes a key with a certificate that it signs itself. */
    public KeyFacts create(String name, boolean p256, String holder, String organisation, int days, char[] password) {
        SigningKey key = new NewKey(name, p256 ? KeyKind.P256 : KeyKind.ED25519, holder, organisation, days).make(Instant.now());
        return added(key, password);
    }

    /**
     * Takes a key over from another file: PKCS#12, or PEM with the key and its certificates. Where {@code name} is that of a key which is
     * here, the file holds what an authority signed for it, in PEM, DER or PKCS#7; seals that are made from then on have that certificate.
     *
     * @param other the password of that file; empty where it has none
     */
    public KeyFacts add(String name, Path from, char[] other, char[] password) {
        try (Password secret = new Password(other); Password own = new Password(password)) {
            KeyFile keys = KeyFile.openOrNew(file, own);
            keys.put(keys.keys().names().contains(name) ? keys.keys().key(name, own).certifiedBy(signed(name, from))
                    : ImportedKey.read(name, from, secret), own);
            keys.save(own);
            return KeyFacts.of(name, keys.keys().certificates(name).getFirst());
        }
    }

    private static List<X509Certificate> signed(String name, Path from) {
        try {
            return TrustFiles.certificates(from);
        } catch (AssayException e) {
            throw e.code() != ErrorCode.WRONG_USAGE ? e : new AssayException(ErrorCode.WRONG_USAGE, "The key file has a key '"
                    + Visible.text(name) + "' already. Give another key another name; for this one, certificates alone can be brought in,"
                    + " in PEM or DER, as an authority signed them.", e);
        }
    }

    private KeyFacts added(SigningKey key, char[] password) {
        try (Password secret = new Password(password)) {
            KeyFile keys = KeyFile.openOrNew(file, secret);
            keys.add(key, secret);
            keys.save(secret);
            return KeyFacts.of(key.name(), key.certificate());
        }
    }
}
