package org.assay.compare.explain;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.assay.model.item.DigestAlgorithm;
import org.assay.model.item.FileItem;
import org.assay.model.text.Bytes;

/**
 * The digest of a file that a record holds.
 *
 * @param algorithm empty for SHA-256, which every file has
 */
record RecordedDigest(Optional<DigestAlgorithm> algorithm, Bytes value) {

    static RecordedDigest md5(Bytes value) {
        return new RecordedDigest(Optional.of(DigestAlgorithm.MD5), value);
    }

    static RecordedDigest sha1(Bytes value) {
        return new RecordedDigest(Optional.of(DigestAlgorithm.SHA1), value);
    }

    static RecordedDigest sha256(Bytes value) {
        return new RecordedDigest(Optional.empty(), value);
    }

    /** The digests of {@code file} that a record can hold. */
    static Stream<RecordedDigest> all(FileItem file) {
        return Stream.concat(file.sha256().map(RecordedDigest::sha256).stream(), file.details().digests().entrySet().stream()
                .map(digest -> new RecordedDigest(Optional.of(digest.getKey()), digest.getValue())));
    }

    /** Whether the content of {@code file} has it; empty when that digest was not made of the file. */
    Optional<Boolean> isOf(FileItem file) {
        Optional<Bytes> found = algorithm.isEmpty() ? file.sha256()
                : Optional.ofNullable(file.details().digests().get(algorithm.get()));
        return found.map(value::equals);
    }

    @Override
    public String toString() {
        return algorithm.map(one -> one.name().toUpperCase(Locale.ROOT)).orElse("SHA-256") + " " + value.hex();
    }
}
