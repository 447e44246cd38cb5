package org.assay.model.change;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.assay.model.Location;
import org.assay.model.field.FieldOutput;
import org.assay.model.field.HashedFields;
import org.assay.model.field.ItemFields;
import org.assay.model.item.Item;
import org.assay.model.text.Bytes;
import org.assay.model.text.RegistryName;

/**
 * Tells whether two changes, perhaps of different comparisons, are the same decision to an analyst: SHA-256, 32 bytes, over the kind of the
 * change and, of before and after, the place and what {@link ItemFields} says is compared. So a tag holds while a comparison sees nothing
 * else than what was tagged, and stops holding when the evidence differs again.
 *
 * <p>A field that the source of one side does not keep is no difference, and is left out of both sides; so an item that was tagged before a
 * gold image was captured with more details keeps its tag. Of an item that is on one side only, everything compared that its source keeps
 * counts, but for what is empty: who captures again and learns of an attribute that was not kept before is asked again. Registry security
 * counts by its exact bytes, though a comparison takes the accounts of two machines for the same: the tag is on one machine's. So do times,
 * names and content that a comparison takes for the same by its options or a source's time step: who tags is asked again when they change.
 *
 * <p>This is version 2. Tags that were stored with version 1 still hold, see {@link #all}.
 */
public final class ChangeFingerprint {

    /** What is digested first, so that no fingerprint of another version, or of something else, can be the same. */
    private static final byte[] PREFIX = "assay change 2\n".getBytes(StandardCharsets.US_ASCII);

    private ChangeFingerprint() {
    }

    /** The fingerprint with which a tag on {@code change} is stored. */
    public static Bytes of(Change change) {
        HashedFields out = new HashedFields(PREFIX);
        out.text(change.kind().name());
        write(change.before(), change.after(), out);
        write(change.after(), change.before(), out);
        return sha256(out.toArray());
    }

    /** The fingerprints with which a tag that holds for {@code change} may be stored, the present version first. */
    public static List<Bytes> all(Change change) {
        return Stream.concat(Stream.of(of(change), OldFingerprint.of(change)), OldFingerprint.withoutDetails(change).stream()).toList();
    }

    private static void write(Optional<Item> item, Optional<Item> other, FieldOutput out) {
        out.octet(item.isPresent() ? 1 : 0);
        if (item.isPresent()) {
            Location location = item.get().location();
            out.text(location.space().name());
            out.number(location.components().size());
            for (String component : location.components()) {
                out.text(location.space().isFile() ? component : RegistryName.fold(component));
            }
            ItemFields.writeCompared(item.get(), other, out);
            out.text("");
        }
    }

    static Bytes sha256(byte[] content) {
        try {
            return Bytes.copyOf(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
