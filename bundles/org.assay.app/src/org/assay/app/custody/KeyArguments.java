package org.assay.app.custody;

import java.nio.file.Path;

import org.assay.custody.KeyFile;
import org.assay.custody.Password;
import org.assay.custody.SigningKey;

/**
 * Which key signs.
 *
 * @param file the examiner's key file
 * @param name what the key is called in it; empty for the only one
 */
public record KeyArguments(Path file, String name) {

    /** Fails with a sentence unless {@code password}, which is left as it is, unlocks the key. */
    public void check(char[] password) {
        unlock(password.clone());
    }

    /** Unlocks the key; the password's characters are overwritten. */
    SigningKey unlock(char[] password) {
        try (Password secret = new Password(password)) {
            return KeyFile.open(file, secret).key(name, secret);
        }
    }
}
