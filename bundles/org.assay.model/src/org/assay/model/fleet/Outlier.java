package org.assay.model.fleet;

/**
 * What sets one side of a fleet apart from the other: a change against the baseline that is on one of them more often.
 *
 * @param one how often it is on the first side
 * @param other how often it is on the second
 */
public record Outlier(FleetChange change, Trait trait, Count one, Count other) {

    /** With fewer hosts that could be known on a side, what separates may do so by chance. */
    public static final int FEW = 5;

    /**
     * @param have how many hosts have it
     * @param known how many hosts could be known to have it or not
     */
    public record Count(int have, int known) {

        /** The share that has it, drawn towards a half where few could be known (Laplace's rule of succession), 0 to 1. */
        double share() {
            return (have + 1.0) / (known + 2.0);
        }
    }

    /** How well it separates the two sides, -1 to 1: positive where the first side has it more often. */
    public double separation() {
        return one.share() - other.share();
    }

    /** Whether a side has so few hosts that chance is a good explanation. */
    public boolean isFew() {
        return one.known() < FEW || other.known() < FEW;
    }
}
