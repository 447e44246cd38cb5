package org.assay.content;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.assay.model.item.Signature;
import org.assay.model.text.Bytes;

/**
 * A security catalogue of Windows ({@code .cat}): a signed list of digests, by which the system vouches for files that carry no signature
 * themselves. A program is named by what Authenticode signs of it (PESHA-1, PESHA-256), any other file by the digest over all of it.
 *
 * @param signature whose it is and what it is worth, as of a program; whether the signer is to be trusted is not said
 * @param members the digests, SHA-1 and SHA-256; none unless the signature is valid
 */
public record SecurityCatalogue(Signature signature, Set<Bytes> members) {

    /** Where Windows keeps those that are in use, in folders below, as paths in the spellings that occur. */
    public static final List<String> FOLDERS = Stream.of("Windows/System32", "Windows/system32", "WINDOWS/system32", "WINDOWS/System32",
            "windows/system32", "WINNT/system32", "WINNT/System32").flatMap(system -> Stream.of(system + "/CatRoot", system + "/catroot"))
            .toList();

    /** The extension of their names, in lower case. */
    public static final String EXTENSION = ".cat";

    /** Longer ones are not read; those of Windows 11 that are longest, of its editions, have some megabytes. */
    public static final int MAX_BYTES = 16 << 20;

    public SecurityCatalogue {
        members = Set.copyOf(members);
    }

    /** What {@code file} holds; of one that is no catalogue the signature is unreadable, with the reason. */
    public static SecurityCatalogue read(byte[] file) {
        try {
            if (file.length > MAX_BYTES) {
                throw SignatureProblemException.unreadable("The catalogue has " + file.length + " bytes, and at most " + MAX_BYTES
                        + " are read.");
            }
            CatalogueList list = new CatalogueList();
            Signature signature = SignedMessage.read(file).check(list);
            return new SecurityCatalogue(signature, list.members(signature));
        } catch (SignatureProblemException e) {
            return new SecurityCatalogue(e.signature(), Set.of());
        }
    }
}
