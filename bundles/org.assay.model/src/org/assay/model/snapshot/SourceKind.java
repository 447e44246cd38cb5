package org.assay.model.snapshot;

import java.util.Locale;
import java.util.Set;

import org.assay.model.text.Visible;

/**
 * What evidence is, by the word that a snapshot keeps for it. Each kind that can be captured has an {@link EvidenceKind}; the constants are
 * those that more than one room must know.
 *
 * @param word in capital letters, digits and underscores, as {@code REG_EXPORT}
 */
public record SourceKind(String word) {

    /** What a word must be, as a regular expression. */
    public static final String WORD = "[A-Z][A-Z0-9_]{0,31}";

    /** A directory tree. */
    public static final SourceKind TREE = new SourceKind("TREE");
    /** An export of the registry. */
    public static final SourceKind REG_EXPORT = new SourceKind("REG_EXPORT");
    /** A registry hive, named by the user or found in a tree. */
    public static final SourceKind HIVE = new SourceKind("HIVE");

    /**
     * A list of what Autoruns looked for: no part of a machine, and it says something of places that were not read. Every other kind of
     * evidence holds parts of machines.
     */
    public static final SourceKind AUTORUNS = new SourceKind("AUTORUNS");

    /** Lists of other tools that name regular files and nothing else; a test holds them to what their readers say. */
    public static final Set<SourceKind> FILES_ONLY = Set.of(new SourceKind("DIGEST_LIST"), new SourceKind("HASHDEEP"));

    public SourceKind {
        if (!word.matches(WORD)) {
            throw new IllegalArgumentException("no word for a kind of evidence: " + Visible.text(word));
        }
    }

    /** For people: {@code REG_EXPORT} as {@code reg export}. */
    public String label() {
        return word.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public String toString() {
        return word;
    }
}
