package org.assay.model.snapshot;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import org.assay.model.text.Bytes;

/**
 * A catalogue of startup locations that the user adds to the standard one, kept as it was given.
 *
 * @param name what the user called it, safe to show
 * @param content the file's bytes
 */
public record OwnCatalogue(String name, Bytes content) {

    /** The digest that tells this content from another under the same name. */
    public Bytes sha256() {
        try {
            return Bytes.copyOf(MessageDigest.getInstance("SHA-256").digest(content.toArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
