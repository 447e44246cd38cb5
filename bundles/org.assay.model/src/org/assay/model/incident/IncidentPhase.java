package org.assay.model.incident;

/** The phases of an outbreak, in their order. Stored by name, so a constant is never renamed. */
public enum IncidentPhase {
    /** What it is, where it came from, whom it has reached. */
    IDENTIFICATION,
    /** Who is told, by which channel, and what others know of it. */
    COMMUNICATION,
    /** What is switched off so that it spreads no further. */
    CONTAINMENT,
    /** What it did is found and taken away. */
    ERADICATION,
    /** Everything is on again, and watched. */
    RECOVERY,
    /** How it could come, what it cost, what is done before the next one. */
    REVIEW
}
