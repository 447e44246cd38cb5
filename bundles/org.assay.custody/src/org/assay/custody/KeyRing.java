package org.assay.custody;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.text.Visible;

/** Keys by their names, in a file or on a token. */
public final class KeyRing {

    private final String place;
    private final KeyStore store;
    private final Optional<Provider> token;

    /** @param place where the keys are, to follow "the"; safe to show */
    KeyRing(String place, KeyStore store, Optional<Provider> token) {
        this.place = place;
        this.store = store;
        this.token = token;
    }

    /** The names of the keys, in their order. */
    public List<String> names() {
        try {
            List<String> names = new ArrayList<>();
            for (String name : Collections.list(store.aliases())) {
                if (store.isKeyEntry(name)) {
                    names.add(name);
                }
            }
            return names.stream().sorted().toList();
        } catch (GeneralSecurityException e) {
            throw unreadable(e);
        }
    }

    /** The certificates of a key; the key itself stays locked. */
    public List<X509Certificate> certificates(String name) {
        try {
            Certificate[] chain = store.getCertificateChain(name);
            if (chain == null) {
                throw missing(name);
            }
            return Arrays.stream(chain).map(X509Certificate.class::cast).toList();
        } catch (GeneralSecurityException e) {
            throw unreadable(e);
        }
    }

    /** The key called {@code name}; where it is empty, the only one. */
    public SigningKey key(String name, Password password) {
        String chosen = name.isEmpty() ? only() : name;
        List<X509Certificate> chain = certificates(chosen);
        try {
            if (store.getKey(chosen, password.characters()) instanceof PrivateKey key) {
                return new SigningKey(chosen, key, chain, token);
            }
            throw missing(chosen);
        } catch (GeneralSecurityException e) {
            throw unreadable(e);
        }
    }

    private String only() {
        List<String> names = names();
        if (names.size() != 1) {
            throw new AssayException(ErrorCode.WRONG_USAGE, "The " + place + " holds " + names.size()
                    + " keys. Name one of them: " + Visible.text(String.join(", ", names)) + ".");
        }
        return names.getFirst();
    }

    private AssayException missing(String name) {
        return new AssayException(ErrorCode.WRONG_USAGE, "The " + place + " has no key '" + Visible.text(name)
                + "'. List its keys to see which there are.");
    }

    private AssayException unreadable(GeneralSecurityException e) {
        return new AssayException(ErrorCode.SOURCE, "The keys in the " + place + " cannot be read: "
                + Visible.text(String.valueOf(e.getMessage())) + ".", e);
    }
}
