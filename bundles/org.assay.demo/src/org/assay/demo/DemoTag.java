package org.assay.demo;

import org.assay.model.change.Decision;

/**
 * What an analyst would decide on some changes of the demo.
 *
 * @param glob which changes, by location, as {@link org.assay.model.snapshot.Glob} reads it; it fits whatever name the
 *        tree is captured under
 * @param note why
 */
public record DemoTag(String glob, Decision decision, String note) {
}
