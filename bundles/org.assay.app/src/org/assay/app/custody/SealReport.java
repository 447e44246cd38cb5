package org.assay.app.custody;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.assay.model.custody.CustodyEntry;
import org.assay.model.custody.Seal;

/**
 * What is known of a seal.
 *
 * @param signer whom the certificate names; whoever made it wrote that
 * @param fingerprint of the certificate; empty where none can be read
 * @param trust who signed, as a sentence
 * @param trusted whether that can be relied on
 * @param differences what is not as it was sealed
 * @param since entries of the custody log that were made later
 */
public record SealReport(Seal seal, String signer, String fingerprint, String trust, boolean trusted, List<String> differences,
        List<CustodyEntry> since) {

    /** Whether what was sealed is there as it was, and by whom can be relied on. */
    public boolean passed() {
        return trusted && differences.isEmpty();
    }

    /** Its state in a word or two. */
    public String word() {
        return !differences.isEmpty() ? "ALTERED" : trusted ? "whole" : "NOT TRUSTED";
    }

    /** Everything as lines, the first one in short. */
    public List<String> lines() {
        String heading = "seal " + seal.id() + " of snapshot " + seal.snapshot() + ", " + seal.sealed() + ": " + word();
        String later = since.stream().map(entry -> entry.number() + " (" + entry.action().label() + ")").collect(Collectors.joining(", "));
        return Stream.concat(Stream.of(heading, "  " + trust), Stream.concat(differences.stream().map(what -> "  altered: " + what),
                later.isEmpty() ? Stream.of() : Stream.of("  not under this seal, entries of the custody log: " + later))).toList();
    }
}
