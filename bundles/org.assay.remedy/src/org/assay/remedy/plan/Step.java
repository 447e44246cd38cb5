package org.assay.remedy.plan;

/**
 * An action in its place in the plan.
 *
 * @param number from 1, in the order in which the steps are done
 * @param reason who decided it and why, as sentences; the words of evidence and of analysts are in it as they are
 */
public record Step(int number, Action action, String reason) {
}
