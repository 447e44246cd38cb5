package org.assay.model.casefile;

import java.util.Locale;

import org.assay.model.text.Bytes;

/**
 * The digest over everything that a case holds. Written down or signed, it tells later whether the case is still the same; in the case
 * itself it finds what was altered past Assay, but not what was altered together with it.
 *
 * @param sha256 SHA-256 over the case's dump
 */
public record CaseDigest(Bytes sha256) {

    private static final int GROUP_LENGTH = 4;

    /** 128 bits: nobody can make another case for them, and a person can still write them down. */
    private static final int SHORT_LENGTH = 32;

    private static final int LENGTH = 64;

    /** The whole of it as 64 digits. */
    public String hex() {
        return sha256.hex();
    }

    /** Its first half in eight groups of four digits, to be written down. */
    public String shortText() {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < SHORT_LENGTH; at += GROUP_LENGTH) {
            text.append(at == 0 ? "" : "-").append(hex(), at, at + GROUP_LENGTH);
        }
        return text.toString();
    }

    /** Whether {@code written} is this digest, its first half or more, in digits of any case with any blanks and hyphens. */
    public boolean isMeantBy(String written) {
        String digits = digits(written);
        return isDigest(written) && hex().startsWith(digits);
    }

    /** Whether {@code written} can be what someone wrote down of a digest. */
    public static boolean isDigest(String written) {
        String digits = digits(written);
        return digits.length() >= SHORT_LENGTH && digits.length() <= LENGTH
                && digits.chars().allMatch(digit -> Character.digit(digit, 16) >= 0);
    }

    private static String digits(String written) {
        return written.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    }
}
