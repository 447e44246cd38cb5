package org.assay.content;

/** Tells bytes that look like chance from others. */
final class Randomness {

    /** Fewer say too little. */
    private static final int MIN_BYTES = 1024;
    private static final int VALUES = 256;
    /**
     * Of chance bytes the sum of squared deviations, each divided by what is expected, is chi-squared with 255 degrees of freedom: mean
     * 255, deviation 22.6. Text has tens of thousands, compressed data without a header some hundreds.
     */
    private static final double MAX_CHI_SQUARED = 400;

    private Randomness() {
    }

    /** Whether the first {@code length} bytes are spread evenly over all values. */
    static boolean isLikely(byte[] bytes, int length) {
        if (length < MIN_BYTES) {
            return false;
        }
        int[] counts = new int[VALUES];
        for (int at = 0; at < length; at++) {
            counts[bytes[at] & 0xff]++;
        }
        // The sum of (count - expected)^2 / expected, with whole numbers as long as that goes.
        int squares = 0;
        for (int count : counts) {
            squares += count * count;
        }
        return (double) squares * VALUES / length - length <= MAX_CHI_SQUARED;
    }
}
