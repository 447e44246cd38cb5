package org.assay.model.item;

/** The digests that can be asked for besides SHA-256. Stored by name. */
public enum DigestAlgorithm {
    /** RFC 1321. Broken: only to look a file up in lists that know no other. */
    MD5(16),
    /** FIPS 180-4. Broken: only to look a file up in lists that know no other. */
    SHA1(20),
    /** FIPS 180-4. */
    SHA512(64),
    /** The BLAKE3 specification, 2020, without a key. */
    BLAKE3(32),
    /** SHA-1 over what Authenticode signs of a PE program, as security catalogues list it and Autoruns shows it. */
    PESHA1(20),
    /** SHA-256 over the same. */
    PESHA256(32);

    private final int length;

    DigestAlgorithm(int length) {
        this.length = length;
    }

    /** Whether only PE programs have it, and it is over less than all of their bytes. */
    public boolean isOfPrograms() {
        return this == PESHA1 || this == PESHA256;
    }

    /** The digest's length in bytes. */
    public int length() {
        return length;
    }
}
