package org.assay.model.snapshot;

import java.util.List;
import java.util.Optional;

/**
 * A kind of evidence that can be captured, and how a user names a piece of it. Options, fields and dialogs are made from this.
 *
 * @param kind the word that snapshots keep
 * @param title what one piece is called, as {@code registry hive}
 * @param option what the command line calls it, in lower case with hyphens
 * @param help what it is and what its name stands for, in sentences
 * @param name what stands for its name in the help, as {@code ROOT}; empty where it has none
 * @param folder whether it is a folder, else a file
 * @param patterns how its files are usually called, as {@code *.reg}
 */
public record EvidenceKind(SourceKind kind, String title, String option, String help, Optional<String> name, boolean folder,
        List<String> patterns) {

    public EvidenceKind {
        patterns = List.copyOf(patterns);
    }
}
