package org.assay.model.item;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.assay.model.text.Bytes;

/**
 * What not every source tells of a file.
 *
 * @param inode where it lies; empty where the system has no such thing
 * @param flags the marks that its file system keeps; compared only where there is an inode: a source that keeps them gives one
 * @param extended its extended attributes by the system's own names ({@code security.capability}, {@code system.posix_acl_access},
 *        {@code system.ntfs_acl} …), exact bytes; what has a place of its own here is not repeated
 * @param digests the content's digests that were asked for besides SHA-256
 * @param contentType what its first bytes say it is; empty where the content was not read
 * @param signature who signed it; empty where it is not of a kind that can be signed
 * @param traits what else was noticed of the content; empty also where nobody looked
 * @param version what a Windows program says of itself; empty where it says nothing, and where nobody looked
 * @param untold what its source does not tell though every file has it: then it is not compared, and what stands there means nothing
 */
public record FileDetails(Optional<Inode> inode, Set<FileFlag> flags, SortedMap<String, Bytes> extended,
        Map<DigestAlgorithm, Bytes> digests, Optional<ContentType> contentType, Optional<Signature> signature,
        Set<ContentTrait> traits, Optional<ProgramVersion> version, Set<Untold> untold) {

    /** A source that tells nothing beside what every file has. */
    public static final FileDetails NONE = of(Optional.empty(), Set.of(), Collections.emptySortedMap(), Map.of(),
            Optional.empty(), Optional.empty());

    public FileDetails {
        flags = inOrder(flags);
        extended = extended.isEmpty() ? Collections.emptySortedMap() : Collections.unmodifiableSortedMap(new TreeMap<>(extended));
        traits = inOrder(traits);
        untold = inOrder(untold);
        digests = digests.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(digests));
    }

    /** One alone is in order, and of a set that nobody can alter {@link Set#copyOf} makes no copy. */
    private static <E extends Enum<E>> Set<E> inOrder(Set<E> set) {
        return set.size() < 2 ? Set.copyOf(set) : Collections.unmodifiableSet(EnumSet.copyOf(set));
    }

    /**
     * What nearly every source tells or lacks. Nothing is said of the rest, which a method each gives: no traits were noticed, no version
     * is known, and what the file's own record says of size, time and content is told.
     */
    public static FileDetails of(Optional<Inode> inode, Set<FileFlag> flags, SortedMap<String, Bytes> extended,
            Map<DigestAlgorithm, Bytes> digests, Optional<ContentType> contentType, Optional<Signature> signature) {
        return new FileDetails(inode, flags, extended, digests, contentType, signature, Set.of(), Optional.empty(), Set.of());
    }

    /** The flags that are compared: all but {@link FileFlag#ARCHIVE}. */
    public Set<FileFlag> comparedFlags() {
        if (!flags.contains(FileFlag.ARCHIVE)) {
            return flags;
        }
        Set<FileFlag> compared = EnumSet.copyOf(flags);
        compared.remove(FileFlag.ARCHIVE);
        return compared;
    }

    /** How many names the file has; 0 where the source does not tell. */
    public long links() {
        return inode.map(Inode::links).orElse(0L);
    }

    /** These details with what was learnt from the content. */
    public FileDetails withContent(Map<DigestAlgorithm, Bytes> moreDigests, Optional<ContentType> type, Optional<Signature> signer) {
        return new FileDetails(inode, flags, extended, moreDigests, type, signer, traits, version, untold);
    }

    /** These details of a file that lies elsewhere. */
    public FileDetails withInode(Inode other) {
        return new FileDetails(Optional.of(other), flags, extended, digests, contentType, signature, traits, version, untold);
    }

    /** These details with other extended attributes. */
    public FileDetails withExtended(SortedMap<String, Bytes> others) {
        return new FileDetails(inode, flags, others, digests, contentType, signature, traits, version, untold);
    }

    /** These details with another signature. */
    public FileDetails withSignature(Signature other) {
        return new FileDetails(inode, flags, extended, digests, contentType, Optional.of(other), traits, version, untold);
    }

    /** These details with other traits of the content. */
    public FileDetails withTraits(Set<ContentTrait> others) {
        return new FileDetails(inode, flags, extended, digests, contentType, signature, others, version, untold);
    }

    /** These details with what a program says of itself. */
    public FileDetails withVersion(Optional<ProgramVersion> other) {
        return new FileDetails(inode, flags, extended, digests, contentType, signature, traits, other, untold);
    }

    /** These details of a file of which its source does not tell these. */
    public FileDetails withUntold(Set<Untold> others) {
        return new FileDetails(inode, flags, extended, digests, contentType, signature, traits, version, others);
    }
}
