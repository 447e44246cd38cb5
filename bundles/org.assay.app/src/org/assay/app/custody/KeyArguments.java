package org.assay.app.custody;

import org.assay.custody.Password;
import org.assay.custody.SigningKey;

/**
 * Which key signs.
 *
 * @param place where the examiner's keys are
 * @param name what the key is called there; empty for the only one
 */
public record KeyArguments(KeyPlace place, String name) {

    /** Fails with a sentence unless {@code password}, which is left as it is, unlocks the key. */
    public void check(char[] password) {
        unlock(password.clone());
    }

    /** Unlocks the key; the password's characters are overwritten. */
    SigningKey unlock(char[] password) {
        try (Password secret = new Password(password)) {
            return OpenedKeys.at(place, secret).key(name, secret);
        }
    }
}
