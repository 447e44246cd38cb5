package org.assay.compare.explain;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A version as Windows and its programs number them: two to four numbers with dots between. */
record DottedVersion(List<BigInteger> numbers) implements Comparable<DottedVersion> {

    private static final Pattern FORM = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9}){1,3}");

    /** The version that {@code text} spells; empty when it spells none. */
    static Optional<DottedVersion> of(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new DottedVersion(Arrays.stream(text.split("\\.")).map(BigInteger::new).toList()))
                : Optional.empty();
    }

    @Override
    public int compareTo(DottedVersion other) {
        for (int at = 0; at < Math.max(numbers.size(), other.numbers.size()); at++) {
            int difference = at(at).compareTo(other.at(at));
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private BigInteger at(int index) {
        return index < numbers.size() ? numbers.get(index) : BigInteger.ZERO;
    }
}
