package org.assay.model.incident;

/** What an entry of the incident's log says beside its text. */
public sealed interface EntryDetail {

    /** Nothing. */
    record Note() implements EntryDetail {
    }

    /**
     * The text is a fact.
     *
     * @param source who says so; may be empty
     */
    record Fact(FactType type, String source) implements EntryDetail {
    }

    /**
     * A system or service was switched off; the text says why.
     *
     * @param system what people call it
     */
    record SwitchedOff(String system, SystemKind kind) implements EntryDetail {
    }

    /** What the entry {@code off} says was switched off is on again. */
    record SwitchedOn(long off) implements EntryDetail {
    }

    /** People were told; the text says what. */
    record Told(String who, Channel channel) implements EntryDetail {
    }

    /**
     * A point of a checklist stands so from now on.
     *
     * @param checklist the name of the checklist
     * @param point the name of the point in it
     */
    record PointMarked(String checklist, String point, PointState state) implements EntryDetail {
    }

    /** It is over. */
    record Closed() implements EntryDetail {
    }

    /** It is not over. */
    record Reopened() implements EntryDetail {
    }
}
