package org.assay.custody;

/** What is known of whoever signed. */
public enum TrustVerdict {
    /** The key is one that is trusted, or one of these vouches for it. */
    TRUSTED("signed by"),
    /** Nothing says whose key it is. */
    UNKNOWN_KEY("signed with a key that is not among the trusted ones, which says it is that of"),
    /** The certificate did not hold at the time of signing. */
    EXPIRED("signed when the certificate did not hold, by"),
    /** Whoever vouched for the key took that back. */
    REVOKED("signed with a revoked key, by"),
    /** The signature is not one over this statement by this key. */
    BROKEN("the signature does not hold; it says it is by");

    private final String words;

    TrustVerdict(String words) {
        this.words = words;
    }

    /** The beginning of a sentence that ends with the name of the signer. */
    public String words() {
        return words;
    }

    /** Whether what was signed can be relied on. */
    public boolean passed() {
        return this == TRUSTED;
    }
}
