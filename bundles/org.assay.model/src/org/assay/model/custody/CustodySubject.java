package org.assay.model.custody;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

import org.assay.model.text.Bytes;

/**
 * What an entry of the custody log speaks of.
 *
 * @param id its number in the case; empty where there is one only
 * @param sha256 the digest over what is stored of it after the entry; empty where it is not finished or lies elsewhere
 */
public record CustodySubject(Kind kind, OptionalLong id, Optional<Bytes> sha256) {

    /** The kinds of things in a case. Stored by name. */
    public enum Kind {
        CASE, SNAPSHOT, COMPARISON, TAGS, SEAL, EXPORT, INCIDENT
    }

    /** Something of which a case has several. */
    public static CustodySubject of(Kind kind, long id, Optional<Bytes> sha256) {
        return new CustodySubject(kind, OptionalLong.of(id), sha256);
    }

    /** Something of which a case has one. */
    public static CustodySubject of(Kind kind, Optional<Bytes> sha256) {
        return new CustodySubject(kind, OptionalLong.empty(), sha256);
    }

    /** What people call it, as {@code snapshot 2}. */
    public String text() {
        return kind.name().toLowerCase(Locale.ROOT) + (id.isPresent() ? " " + id.getAsLong() : "");
    }
}
