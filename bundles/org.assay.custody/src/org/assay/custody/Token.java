package org.assay.custody;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.UnrecoverableKeyException;
import java.util.Optional;
import java.util.regex.Pattern;

import javax.security.auth.login.LoginException;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.text.Visible;

/**
 * A token with keys that never leave it (PKCS#11): a smart card, or a module that acts as one. A key is found when its certificate is on
 * the token, too.
 *
 * @param library the library that its maker gives for it, which this process then runs
 * @param slot which of the slots that the library lists, counted from 0
 */
public record Token(Path library, int slot) {

    /** What the platform's own description of a library would take for something else. */
    private static final Pattern NOT_IN_DESCRIPTION = Pattern.compile("[\"'$#\\p{Cntrl}]");

    /** Opens it; fails when the library is none, the slot holds no token, or the PIN is wrong, which a token counts. */
    public KeyRing open(Password pin) {
        if (!Files.isRegularFile(library) || NOT_IN_DESCRIPTION.matcher(library.toString()).find()) {
            throw new AssayException(ErrorCode.WRONG_USAGE, "There is no library at " + Visible.text(library.toString())
                    + ", or its path has a quote, a dollar or a number sign in it. Name the PKCS#11 library of the token.");
        }
        try {
            Provider provider = Security.getProvider("SunPKCS11").configure("--name = assay%nlibrary = %s%nslotListIndex = %d%n"
                    .formatted(library.toAbsolutePath(), slot));
            KeyStore store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, pin.characters());
            return new KeyRing("token in slot " + slot, store, Optional.of(provider));
        } catch (IOException e) {
            throw isRefused(e) ? new AssayException(ErrorCode.WRONG_USAGE, "The token in slot " + slot
                    + " refuses the PIN. Mind that most tokens lock themselves after a few wrong ones.", e) : unusable(e);
        } catch (GeneralSecurityException | ProviderException | IllegalArgumentException e) {
            throw unusable(e);
        }
    }

    /** The platform wraps what the token said in one exception or two. */
    private static boolean isRefused(Throwable e) {
        return e instanceof LoginException || e instanceof UnrecoverableKeyException || e.getCause() != null && isRefused(e.getCause());
    }

    private AssayException unusable(Exception e) {
        return new AssayException(ErrorCode.SOURCE, "The token in slot " + slot + " cannot be used by " + Visible.text(library.toString())
                + ": " + Visible.text(String.valueOf(e.getMessage())) + ". Check the library, and that the token is there.", e);
    }
}
