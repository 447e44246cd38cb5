package org.assay.compare.security;

import org.assay.model.Severity;

/**
 * Something that somebody can do, or that nobody is kept from, because of one line or value.
 *
 * @param sentence what it is, without a capital and a full stop
 */
public record Gain(Severity severity, String sentence) {
}
