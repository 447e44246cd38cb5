package org.assay.model.custody;

import java.time.Instant;

import org.assay.model.text.Bytes;

/**
 * An entry of the custody log.
 *
 * @param number from 1
 * @param written when, by the clock of the machine
 * @param result what came of it, for people; a stranger may have written it
 * @param toolVersion which Assay
 * @param previous the digest of the entry before; 32 bytes of 0 for the first
 * @param sha256 the digest over this entry, {@code previous} included
 */
public record CustodyEntry(long number, Instant written, CustodyAction action, CustodySubject subject, String result, Operator operator,
        String toolVersion, Bytes previous, Bytes sha256) {
}
