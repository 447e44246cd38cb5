package org.assay.model.custody;

import java.time.Instant;
import java.util.Optional;

import org.assay.model.text.Bytes;

/**
 * A seal over a snapshot, as it is stored.
 *
 * @param snapshot what is sealed
 * @param sealed when it was signed, as the message must have it
 * @param message the signed statement: CMS SignedData (RFC 5652) in DER
 * @param timeStamp the answer of a time-stamping authority (RFC 3161) about the message; empty where none was brought in
 */
public record Seal(long id, long snapshot, Instant sealed, Bytes message, Optional<Bytes> timeStamp) {
}
