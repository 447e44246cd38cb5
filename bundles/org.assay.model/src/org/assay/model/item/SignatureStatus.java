package org.assay.model.item;

/** How a file's embedded signature stands. Stored by name. */
public enum SignatureStatus {
    /** The file carries none. One may still stand in a catalogue of the system's. */
    UNSIGNED,
    /** The content is what was signed, and the signature is the signer's. Whether the signer is to be trusted is not said. */
    VALID,
    /** The content is not what was signed, or the signature is not the signer's. */
    INVALID,
    /** What stands in the signature's place cannot be understood. */
    UNREADABLE
}
