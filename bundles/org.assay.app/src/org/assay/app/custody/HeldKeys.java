package org.assay.app.custody;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

import org.assay.custody.CertificateRequest;
import org.assay.custody.KeyRing;
import org.assay.custody.Password;
import org.assay.custody.SigningKey;
import org.assay.custody.TrustFiles;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.text.Visible;

/** The keys that an examiner has. What unlocks them is given as characters, which are overwritten. */
public record HeldKeys(KeyPlace place) {

    /** All keys, by name. */
    public List<KeyFacts> list(char[] password) {
        try (Password secret = new Password(password)) {
            KeyRing keys = OpenedKeys.at(place, secret);
            return keys.names().stream().map(name -> KeyFacts.of(name, keys.certificates(name).getFirst())).toList();
        }
    }

    /** Writes a key's certificate, for those who are to trust it, or a request that an authority sign one for it. */
    public Path export(Optional<String> name, boolean request, Path out, char[] password) {
        SigningKey key = new KeyArguments(place, name.orElse("")).unlock(password);
        String text = request ? CertificateRequest.of(key) : TrustFiles.pem(key.certificate());
        try {
            return Files.writeString(out, text, StandardCharsets.US_ASCII, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new AssayException(ErrorCode.OUTPUT, "The file " + Visible.text(out.toString())
                    + " could not be written, or is there already: " + Visible.text(String.valueOf(e.getMessage())) + ".", e);
        }
    }
}
