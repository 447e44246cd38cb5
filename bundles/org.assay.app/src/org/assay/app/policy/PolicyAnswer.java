package org.assay.app.policy;

/**
 * What a churn policy says of a place.
 *
 * @param policy its name
 * @param systems for which systems it is
 * @param line where the rule stands that decides, from 1; 0 where none speaks of the place
 * @param glob as the rule has it; empty where none speaks of the place
 * @param expected how the place changes while nothing happens; empty where that is not said
 */
public record PolicyAnswer(String policy, String systems, int line, String glob, String expected) {
}
