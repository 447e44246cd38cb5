package org.assay.model.incident;

/** What a fact about an outbreak is about. Stored by name, so a constant is never renamed. */
public enum FactType {
    /** Who noticed it first, when and how. */
    FIRST_REPORT(IncidentPhase.IDENTIFICATION),
    /** Who leads. */
    LEADER(IncidentPhase.IDENTIFICATION),
    /** Who is on the team. */
    TEAM(IncidentPhase.IDENTIFICATION),
    /** How those who fight it talk to one another; nothing that it can touch. */
    AGREED_CHANNEL(IncidentPhase.COMMUNICATION),
    /** What it is called; the source says by which vendor. */
    NAME(IncidentPhase.IDENTIFICATION),
    /** What kind it is, or that it is a hoax. */
    KIND(IncidentPhase.IDENTIFICATION),
    /** Where it came from. */
    ORIGIN(IncidentPhase.IDENTIFICATION),
    /** Which machine had it first, and since when. */
    FIRST_MACHINE(IncidentPhase.IDENTIFICATION),
    /** The message that brings it: subject, attachment, whether they stay the same. */
    MESSAGE(IncidentPhase.IDENTIFICATION),
    /** What it does to a machine. */
    EFFECT(IncidentPhase.IDENTIFICATION),
    /** How many machines and departments it has reached. */
    EXTENT(IncidentPhase.IDENTIFICATION),
    /** Who was spared, and what is special about them. */
    SPARED(IncidentPhase.IDENTIFICATION),
    /** What should have stopped it and did not, and why. */
    FAILED_DEFENCE(IncidentPhase.REVIEW),
    /** What is left to do. */
    REMAINING(IncidentPhase.REVIEW),
    /** What it cost beside the hours that were noted. */
    COST(IncidentPhase.REVIEW),
    /** What to do before the next one. */
    LESSON(IncidentPhase.REVIEW);

    private final IncidentPhase phase;

    FactType(IncidentPhase phase) {
        this.phase = phase;
    }

    /** The phase in which it is usually learnt. */
    public IncidentPhase phase() {
        return phase;
    }
}
