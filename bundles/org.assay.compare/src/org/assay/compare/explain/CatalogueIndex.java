package org.assay.compare.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

import org.assay.compare.key.Key;
import org.assay.compare.key.KeyedPlaces;
import org.assay.content.SecurityCatalogue;
import org.assay.model.item.DigestAlgorithm;
import org.assay.model.item.FileItem;
import org.assay.model.item.Signature;
import org.assay.model.item.SignatureStatus;
import org.assay.model.snapshot.KeptContent;
import org.assay.model.text.Bytes;

/**
 * What the security catalogues of a tree list, in some fifty bytes a digest. Of two digests that begin alike the first alone is found:
 * then less is explained.
 */
final class CatalogueIndex {

    /** A Windows 11 with all updates of two years has some 8,000. */
    private static final int MAX_CATALOGUES = 100_000;
    private static final int MAX_DIGESTS = 8_000_000;
    private static final int SLOT = 32;
    private static final List<DigestAlgorithm> DIGESTS = List.of(DigestAlgorithm.PESHA256, DigestAlgorithm.PESHA1, DigestAlgorithm.SHA1);

    /** A catalogue that lists a digest. */
    record Listing(String catalogue, Signature signature) {
    }

    private final List<Listing> catalogues = new ArrayList<>();
    /** By the content of a catalogue who signed it; empty of one that is not valid. */
    private final Map<Bytes, Optional<Bytes>> signers = new HashMap<>();
    private final KeyedPlaces places = new KeyedPlaces();
    private byte[] digests = new byte[64 * SLOT];
    private int[] owners = new int[64];
    private int size;
    private boolean allRead = true;

    private CatalogueIndex() {
    }

    /** Reads what the capture kept of them; what is not valid lists nothing. */
    static CatalogueIndex of(RecordTree tree) {
        CatalogueIndex index = new CatalogueIndex();
        catalogues(tree).forEach(file -> tree.content(file).ifPresentOrElse(content -> index.add(file, SecurityCatalogue.read(content)),
                () -> index.allRead = false));
        return index;
    }

    private static Stream<FileItem> catalogues(RecordTree tree) {
        return SecurityCatalogue.FOLDERS.stream().filter(folder -> tree.at(folder).isPresent())
                .flatMap(folder -> tree.filesBelow(folder).stream()).filter(file -> isCatalogue(file.location().name()))
                .limit(MAX_CATALOGUES);
    }

    /** The keys that signed the valid catalogues of {@code tree}. Each takes some milliseconds, and those that are here, too, are known. */
    Set<Bytes> keysOf(RecordTree tree) {
        Set<Bytes> keys = new HashSet<>();
        catalogues(tree).forEach(file -> file.sha256().flatMap(digest -> signers.computeIfAbsent(digest, _ -> tree.content(file)
                .flatMap(content -> signer(SecurityCatalogue.read(content).signature())))).ifPresent(keys::add));
        return keys;
    }

    private static Optional<Bytes> signer(Signature signature) {
        return Optional.of(signature).filter(one -> one.status() == SignatureStatus.VALID).flatMap(Signature::key);
    }

    /** Up to which size the content of the files in {@code directory} is needed. */
    static ToLongFunction<String> keptIn(String directory) {
        return SecurityCatalogue.FOLDERS.stream().anyMatch(folder -> directory.startsWith(folder))
                ? name -> isCatalogue(name) ? SecurityCatalogue.MAX_BYTES : 0 : KeptContent.NOTHING;
    }

    private static boolean isCatalogue(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(SecurityCatalogue.EXTENSION);
    }

    private void add(FileItem file, SecurityCatalogue catalogue) {
        file.sha256().ifPresent(digest -> signers.put(digest, signer(catalogue.signature())));
        if (catalogue.signature().status() == SignatureStatus.VALID && size + catalogue.members().size() <= MAX_DIGESTS) {
            catalogues.add(new Listing(file.location().name(), catalogue.signature()));
            catalogue.members().forEach(this::add);
        }
    }

    private void add(Bytes digest) {
        if (digest.length() > SLOT) {
            return;
        }
        if (size == owners.length) {
            owners = Arrays.copyOf(owners, 2 * size);
            digests = Arrays.copyOf(digests, 2 * size * SLOT);
        }
        System.arraycopy(digest.toArray(), 0, digests, size * SLOT, digest.length());
        owners[size] = catalogues.size() - 1;
        places.add(Key.of(digest), size++);
    }

    /** Whether there are catalogues and each could be read. */
    boolean isWhole() {
        return allRead;
    }

    boolean isEmpty() {
        return catalogues.isEmpty();
    }

    /** The catalogue that lists {@code file}: a program by what Authenticode signs of it, another by its whole content. */
    Optional<Listing> listing(FileItem file) {
        return DIGESTS.stream().map(algorithm -> file.details().digests().get(algorithm)).filter(digest -> digest != null)
                .map(this::listing).flatMap(Optional::stream).findFirst().or(() -> file.sha256().flatMap(this::listing));
    }

    private Optional<Listing> listing(Bytes digest) {
        OptionalInt place = size == 0 ? OptionalInt.empty() : places.first(Key.of(digest));
        return place.isPresent() && holds(place.getAsInt(), digest) ? Optional.of(catalogues.get(owners[place.getAsInt()]))
                : Optional.empty();
    }

    /** SHA-1 fills a slot with zeros, and is told apart from SHA-256 by these. */
    private boolean holds(int place, Bytes digest) {
        return digest.length() <= SLOT && Arrays.equals(digests, place * SLOT, (place + 1) * SLOT, Arrays.copyOf(digest.toArray(), SLOT),
                0, SLOT);
    }
}
